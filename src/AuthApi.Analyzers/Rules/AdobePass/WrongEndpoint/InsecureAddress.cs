using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint;

/// <summary>
/// <c>http://</c> in front of a host that serves requests, where the text is used as an address. Names in XML and SAML look the same and are
/// no addresses, so the text is followed forward to what takes it. Reported once, where the scheme is written.
/// </summary>
internal static class InsecureAddress
{
    private const int MaxDepth = 5;

    public static void Report(OperationAnalysisContext context, ProgramModel program)
    {
        var literal = context.Operation;
        if (literal.ConstantText() is not { } start || !start.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || program.OperationAt(literal.Syntax) is not { } own)
            return;
        var whole = OutermostText(own);
        var texts = program.TextsOf(new Site(whole, null));
        if (texts.Count == 0 || !texts.All(IsInsecure) || !IsUsedAsAddress(program, whole, MaxDepth))
            return;
        var place = program.PlaceOf(TextValue.Known(start, new Site(literal, null)), 0, "http://".Length);
        var (properties, locations) = SourceEdits.ToDiagnostic(new SourceEdits("Use https").At(place, "https://"));
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.WrongEndpoint, place ?? literal.Syntax.GetLocation(), locations, properties,
            ServiceUrl.Parse(texts[0].ToString()) is { Host: { } host } ? "http://" + host.Replace(UnknownText.Hole, '…') : start,
            "is Adobe Pass without TLS, which it demands, and the redirect to https loses the Authorization header", "write 'https://'"));
    }

    private static bool IsInsecure(TextValue text)
    {
        var url = ServiceUrl.Parse(text.ToString());
        return url.Scheme == "http" && AdobePassHosts.Classify(url.Host)?.Role is AdobePassRole.Api or AdobePassRole.ServiceProvider or AdobePassRole.Management;
    }

    /// <summary>The concatenation, interpolation or choice that the literal is a part of.</summary>
    private static IOperation OutermostText(IOperation operation)
    {
        while (operation.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolatedStringOperation or IInterpolatedStringTextOperation
            or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    private static bool IsUsedAsAddress(ProgramModel program, IOperation value, int depth)
    {
        if (depth == 0)
            return false;
        var (parent, _) = value.OuterParent();
        switch (parent)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolationOperation or IInterpolatedStringOperation
                or IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation or IAwaitOperation:
                return IsUsedAsAddress(program, parent, depth);
            case ISwitchExpressionArmOperation { Parent: { } choice }:
                return IsUsedAsAddress(program, choice, depth);
            case IArgumentOperation { Parameter: { } parameter } argument:
                return IsAddress(parameter) || argument.Parent is IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } made && IsUsedAsAddress(program, made, depth)
                    || program.ReferencesTo(parameter).Any(r => IsUsedAsAddress(program, r, depth - 1));
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return program.ReferencesTo(local).Any(r => IsUsedAsAddress(program, r, depth - 1));
            case IFieldInitializerOperation field:
                return field.InitializedFields.Any(f => program.ReferencesTo(f).Any(r => IsUsedAsAddress(program, r, depth - 1)));
            case IPropertyInitializerOperation property:
                return property.InitializedProperties.Any(p => program.ReferencesTo(p).Any(r => IsUsedAsAddress(program, r, depth - 1)));
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "BaseAddress" or "RequestUri" or "BaseUrl", DeclaringSyntaxReferences.Length: 0 } }, Value: var assigned }:
                return assigned.Syntax.Span.Contains(value.Syntax.Span);
            case ISimpleAssignmentOperation assignment when assignment.Value.Syntax.Span.Contains(value.Syntax.Span):
                var target = assignment.Target switch
                {
                    IMemberReferenceOperation member => member.Member,
                    ILocalReferenceOperation variable => variable.Local,
                    _ => (ISymbol?)null,
                };
                return target is not null && program.ReferencesTo(target).Any(r => IsUsedAsAddress(program, r, depth - 1));
            case IReturnOperation when value.Syntax.ExecutableBody() is { } body:
                return program.ModelFor(body.SyntaxTree).GetDeclaredSymbol(body) switch
                {
                    IMethodSymbol { AssociatedSymbol: { } property } => program.ReferencesTo(property).Any(r => IsUsedAsAddress(program, r, depth - 1)),
                    IMethodSymbol method => program.CallsOf(method).Any(c => IsUsedAsAddress(program, c, depth - 1)),
                    IPropertySymbol property => program.ReferencesTo(property).Any(r => IsUsedAsAddress(program, r, depth - 1)),
                    _ => false,
                };
            case IInvocationOperation { Instance: { } instance, TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "TrimEnd" or "Trim" or "Replace" or "Insert" } } changed:
                return instance.Syntax.Span.Contains(value.Syntax.Span) && IsUsedAsAddress(program, changed, depth);
            default:
                return false;
        }
    }

    /// <summary>A parameter of another assembly that takes an address: <c>Uri</c>'s own, a client's, a request's.</summary>
    private static bool IsAddress(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.Length == 0
        && parameter.Name is "uriString" or "requestUri" or "requestUriString" or "uri" or "url" or "address" or "baseUrl" or "baseUri" or "resource";
}
