using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter;

/// <summary>What the body of a request holds, and in which media type.</summary>
internal static class RequestBody
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";
    public const string PlainText = "text/plain";

    /// <summary>The fields whose names are known: of a form, a dictionary, an anonymous object, a text in form encoding. There may be more.</summary>
    public static IEnumerable<(string Name, Site Value)> Fields(ProgramModel program, Site body)
    {
        foreach (var origin in program.Origins(body, out _))
        {
            switch (origin.Operation)
            {
                case IObjectCreationOperation { Type.Name: "FormUrlEncodedContent" or "HttpFormUrlEncodedContent", Arguments: [{ Value: var pairs }, ..] }:
                    foreach (var field in Fields(program, origin.With(pairs)))
                        yield return field;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonContent" } } json when json.Argument("inputValue") is { } value:
                    foreach (var field in Fields(program, origin.With(value)))
                        yield return field;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Serialize" or "SerializeObject" }, Arguments: [{ Value: var value }, ..] }:
                    foreach (var field in Fields(program, origin.With(value)))
                        yield return field;
                    break;
                case IObjectCreationOperation { Type.Name: "StringContent", Arguments: [{ Value: var text }, ..] }:
                    foreach (var field in Fields(program, origin.With(text)))
                        yield return field;
                    break;
                case IAnonymousObjectCreationOperation anonymous:
                    foreach (var member in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
                        yield return (((IPropertyReferenceOperation)member.Target).Property.Name, origin.With(member.Value));
                    break;
                case IObjectCreationOperation creation when program.PairsOf(creation) is { } known:
                    foreach (var (name, value) in known)
                    {
                        if (program.KnownText(origin.With(name)) is { } key)
                            yield return (key, origin.With(value));
                    }

                    break;
                case IArrayCreationOperation { Initializer: { } initializer }:
                    foreach (var element in initializer.ElementValues.Select(static e => e.Unwrap()))
                    {
                        if (element is IObjectCreationOperation { Arguments: [{ Value: var name }, { Value: var value }] } && program.KnownText(origin.With(name)) is { } key)
                            yield return (key, origin.With(value));
                    }

                    break;
            }
        }
    }

    /// <summary>The media type of the body without parameters; null when it is not known.</summary>
    public static string? MediaType(ProgramModel program, Site body, IOperation send)
    {
        if (program.Origins(body, out var complete) is not [var origin] || !complete)
            return null;
        switch (origin.Operation)
        {
            case IObjectCreationOperation { Type.Name: "FormUrlEncodedContent" } form:
                return IsChanged(program, form) ? null : Form;
            case IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonContent" } } json when json.Arguments.All(static a => a.ArgumentKind == ArgumentKind.DefaultValue || a.Parameter?.Name != "mediaType"):
                return IsChanged(program, json) ? null : Json;
            case IObjectCreationOperation { Type.Name: "StringContent" } text:
                if (IsChanged(program, text) || text.Arguments is [{ Value: var content }, ..] && program.KnownText(origin.With(content)) == "")
                    return null;
                var type = text.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "mediaType" && a.ArgumentKind == ArgumentKind.Explicit)?.Value.Unwrap();
                if (type is null)
                    return PlainText;
                if (type is IObjectCreationOperation { Type.Name: "MediaTypeHeaderValue", Arguments: [{ Value: var named }, ..] })
                    type = named;
                return program.KnownText(origin.With(type))?.Split(';')[0].Trim();
            default:
                // RestSharp and Flurl say the format in the name of the call.
                if (body.Operation.OuterParent().Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var user } } && !program.IsOwn(user) && user.Name is "AddJsonBody" or "PostJsonAsync" or "PostUrlEncodedAsync")
                    return user.Name == "PostUrlEncodedAsync" ? Form : Json;
                // PostAsJsonAsync(url, value)
                return send is IInvocationOperation { TargetMethod.Name: "PostAsJsonAsync" } && origin.Operation.Type?.Name.EndsWith("Content", StringComparison.Ordinal) != true ? Json : null;
        }
    }

    /// <summary>The one media type that the program names in a header of a <c>WebClient</c> or <c>HttpWebRequest</c>, whose bodies have none.</summary>
    public static (Site Place, string MediaType)? DeclaredType(ProgramModel program, HttpRequest request)
    {
        IReadOnlyList<Site> values = request.Library switch
        {
            // A form by itself.
            WebClientLibrary when request.Send.Operation is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("UploadValues", StringComparison.Ordinal) => [],
            WebClientLibrary => HeaderValues.Of(program, request, "Content-Type", default),
            WebRequestLibrary when request.Message is { } message => PropertyQuery.Ask(program, message, "ContentType").Values,
            _ => [],
        };
        return values is [var value] && program.KnownText(value) is { } text ? (value, text.Split(';')[0].Trim()) : null;
    }

    /// <summary>Whether the content gets headers after it was made.</summary>
    private static bool IsChanged(ProgramModel program, IOperation content) => content.OuterParent().Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => program.ReferencesTo(local).Any(static r => r.Parent is IPropertyReferenceOperation { Property.Name: "Headers" }),
        IArgumentOperation => false,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Content" } } assignment =>
            assignment.Syntax.ContainingMember()?.DescendantTokens().Any(static t => t.ValueText == "ContentType") != false,
        _ => true,
    } || content is IObjectCreationOperation { Initializer: not null };
}
