using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter;

/// <summary>A body in another format than the endpoint's page prescribes: a token asked for with JSON, a client registered with a form, a text without its type.</summary>
internal static class BodyFormat
{
    private const string SendForm = "Send a form";

    public static void Report(AdobePassCall call, AdobePassReport report)
    {
        if (call.Answering.Select(static m => m.Endpoint.ContentType).Distinct().ToList() is not [{ } wanted]
            || Sent(call.Request, report.Program) is not var (body, sent)
            || sent is not (RequestBody.Form or RequestBody.Json or RequestBody.PlainText)
            || string.Equals(sent, wanted, StringComparison.OrdinalIgnoreCase))
            return;
        report.At(
            Descriptors.InvalidRequestParameter, Chosen(body).Syntax.GetLocation(), Fix(Chosen(body), call.Request.Send.Operation, sent, wanted, report),
            sent, $"is not the format of '{call.Answering[0].Endpoint}', which reads '{wanted}' only and answers 400 invalid_request", $"send {wanted}");
    }

    /// <summary>The media type of the body, and the expression that decides it: the body's, or the header's where a body is only text or bytes.</summary>
    private static (Site Place, string MediaType)? Sent(HttpRequest request, ProgramModel program)
    {
        if (request.Body is { } body && (body.Operation.IsNull() || RequestBody.MediaType(program, body, request.Send.Operation) is not null))
            return RequestBody.MediaType(program, body, request.Send.Operation) is { } written && !body.Operation.IsNull() ? (body, written) : null;
        return RequestBody.DeclaredType(program, request) is var (place, declared) ? (place, declared) : null;
    }

    /// <summary>What the deciding caller passes, where a helper sends the body that it is given.</summary>
    private static Site Chosen(Site body)
    {
        while (body.Operation.Unwrap() is IParameterReferenceOperation { Parameter: var parameter } && body.Frame?.Target.Parameters.Contains(parameter, SymbolEqualityComparer.Default) == true
            && body.Frame.Argument(parameter) is { } argument)
            body = argument;
        return body;
    }

    private static SourceEdits? Fix(Site body, IOperation send, string sent, string wanted, AdobePassReport report)
    {
        switch (body.Operation.Unwrap())
        {
            case IObjectCreationOperation { Type.Name: "StringContent", Arguments: [{ Syntax: ArgumentSyntax text }], Syntax: BaseObjectCreationExpressionSyntax } when sent == RequestBody.PlainText:
                return new SourceEdits("Name the media type").InsertAfter(text, $", Encoding.UTF8, \"{wanted}\"").Using("System.Text.Encoding");
            // PostAsJsonAsync(url, value)
            case var value when wanted == RequestBody.Form
                && send is IInvocationOperation { TargetMethod.Name: "PostAsJsonAsync", Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [_, var argument, ..] arguments } }
                && argument.Expression == value.Syntax && arguments.Skip(2).All(a => report.Program.OperationAt(a.Expression)?.Type?.Name == "CancellationToken"):
                var edits = new SourceEdits(SendForm);
                return FormContent.Of(value, report.Program, edits) is { } form ? FormContent.Naming(edits.Replace(access.Name, "PostAsync").Replace(value.Syntax, form)) : null;
            // new StringContent(JsonSerializer.Serialize(value), …), JsonContent.Create(value)
            case var content when wanted == RequestBody.Form:
                return FormContent.InPlaceOfJson(content, report.Program, new SourceEdits(SendForm));
            default:
                return null;
        }
    }
}
