using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.AdobePass.RejectedAuthorizationValue;

/// <summary>AUTH1003: an <c>Authorization</c> value for Adobe Pass that .NET refuses or sends in another form than was meant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RejectedAuthorizationValueAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RejectedAuthorizationValue);

    private protected override Service Service => Service.AdobePass;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        // Only asked where a value is wrong and does not itself show that it is for Adobe Pass.
        var headers = new OncePerCompilation<HashSet<SyntaxNode>>(cancellationToken => AdobePassHeaders.In(program, context.Options, cancellationToken));
        context.RegisterOperationAction(
            operation =>
            {
                if (AuthorizationUse.At(operation.Operation, program) is not { } use || operation.Operation.IsBroken()
                    || use.Fault(program) is not { } fault || use.IsExpected()
                    || !fault.IsOwnAnchor() && !headers.Get(operation.CancellationToken).Contains(use.Operation.Syntax))
                {
                    return;
                }

                var (properties, locations) = SourceEdits.ToDiagnostic(RejectedValueEdits.Of(use, fault));
                operation.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.RejectedAuthorizationValue, use.Operation.Syntax.GetLocation(), locations, properties, use.Operation.Syntax.Excerpt(), Finding(use, fault)));
            },
            OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static string Finding(AuthorizationUse use, AuthorizationFault fault) => fault switch
    {
        AuthorizationFault.SignedRejected when use.Method == "TryParse" =>
            "returns false, because .NET does not accept the signed header of Adobe Pass: no header is sent. Add the text with TryAddWithoutValidation.",
        AuthorizationFault.SignedRejected =>
            "throws FormatException, because .NET does not accept the signed header of Adobe Pass: the request is never sent. Add the text with TryAddWithoutValidation.",
        AuthorizationFault.SignedAfterScheme =>
            "sends a scheme in front of the signed header: Adobe Pass answers \"Not authorized\". Add the text alone with TryAddWithoutValidation.",
        AuthorizationFault.BearerTwice => "sends 'Bearer Bearer …': Adobe Pass does not find its token. Pass the token without the scheme.",
        AuthorizationFault.BlankInScheme => "throws FormatException, because a scheme has no blank: the request is never sent. Pass scheme and token as two arguments.",
        AuthorizationFault.NoToken => "sends the word 'Bearer' without a token: Adobe Pass answers \"Not authorized\". Pass the access token as second argument.",
        AuthorizationFault.TokenAsScheme => "sends the access token as scheme, without 'Bearer': Adobe Pass does not find its token. Use new AuthenticationHeaderValue(\"Bearer\", token).",
        _ when use.Method == "TryAddWithoutValidation" => "has a line break in the header's value: the request does not arrive as it was meant. Write the value in one line.",
        _ => "throws FormatException, because the value has a line break: the request is never sent. Write the value in one line.",
    };
}
