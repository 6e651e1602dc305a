using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <content>Expressions: what yields the code, the message, the status.</content>
internal sealed partial class VipModel
{
    /// <summary>Whether the expression itself reads a reason code: a member of a status, a key or path of a JSON or XML document. Does not follow locals.</summary>
    public ReasonCodeRead? ReadAt(IOperation operation)
    {
        if ((TextOfNode(operation) ?? TextOfNode(operation.Unwrap())) is { } node)
            return ReadAt(node) is { Form: ReasonCodeForm.Node } inner ? inner with { Operation = operation, Form = ReasonCodeForm.Text } : null;
        operation = operation.Unwrap();
        switch (operation)
        {
            case IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } reference:
                return MemberRead(reference, reference.Member, reference.Instance?.Type ?? reference.Member.ContainingType);
            case IPropertySubpatternOperation { Member: IMemberReferenceOperation member }:
                return MemberRead(operation, member.Member, member.Instance?.Type ?? member.Member.ContainingType);
        }

        return DocumentKeys.LastOf(operation, program) is { } key && IsKeyOf(operation, key, static k => k is "ReasonCode" or "reasonCode", "status")
            ? new ReasonCodeRead(operation, FamilyOfKeys(operation), FormOfRead(operation))
            : null;
    }

    /// <summary>A read by key gives a node, but <c>token.Value&lt;string&gt;("ReasonCode")</c> is the text, or the number, itself.</summary>
    private static ReasonCodeForm FormOfRead(IOperation operation) => operation.Type?.SpecialType switch
    {
        SpecialType.System_String => ReasonCodeForm.Text,
        >= SpecialType.System_SByte and <= SpecialType.System_Double => ReasonCodeForm.Number,
        _ => ReasonCodeForm.Node,
    };

    /// <summary>
    /// The reads from which the value of the expression comes: itself, or through locals, parameters, returns, fields (<see cref="Values.Origins"/>).
    /// Empty when it is no reason code.
    /// </summary>
    public IReadOnlyList<ReasonCodeRead> ReasonCodesIn(Site site)
    {
        if (ReadAt(site.Operation) is { } direct)
            return [direct];
        if (site.Operation.Unwrap() is not (ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
            or IInvocationOperation or ICoalesceOperation or IConditionalOperation or IConditionalAccessOperation or IAwaitOperation or ISwitchExpressionOperation))
        {
            return [];
        }

        List<ReasonCodeRead>? result = null;
        foreach (var origin in OriginsUpToRead(site))
        {
            if (ReadAt(origin.Operation) is { } read)
                (result ??= []).Add(read);
        }

        return result ?? (IReadOnlyList<ReasonCodeRead>)[];
    }

    /// <summary>Whether the expression is a reason code, of which family; see <see cref="ReasonCodesIn"/>.</summary>
    public bool IsReasonCode(IOperation operation, out VipFamily family)
    {
        var reads = ReasonCodesIn(new Site(operation, null));
        family = reads.Count > 0 ? reads[0].Family : default;
        return reads.Count > 0;
    }

    /// <summary>Whether the expression itself reads the text for humans: <c>StatusMessage</c>, <c>ErrorDetail</c>, <c>statusMessage</c>, <c>detailMessage</c>.</summary>
    public bool IsMessageRead(IOperation operation)
    {
        if ((TextOfNode(operation) ?? TextOfNode(operation.Unwrap())) is { } node)
            return IsMessageRead(node);
        operation = operation.Unwrap();
        var (member, holder) = operation switch
        {
            IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } reference => (reference.Member, reference.Instance?.Type ?? reference.Member.ContainingType),
            IPropertySubpatternOperation { Member: IMemberReferenceOperation reference } => (reference.Member, reference.Instance?.Type ?? reference.Member.ContainingType),
            _ => ((ISymbol?)null, null),
        };
        if (member is not null)
        {
            return (WireNames.Is(member, "StatusMessage") || WireNames.Is(member, "ErrorDetail") || WireNames.Is(member, "detailMessage"))
                && (StatusOf(holder) ?? StatusOf(member.ContainingType)) is not null;
        }

        return DocumentKeys.LastOf(operation, program) is { } key
            && IsKeyOf(operation, key, static k => k is "StatusMessage" or "ErrorDetail" or "statusMessage" or "detailMessage", null);
    }

    /// <summary>Whether the expression, or where its value comes from, is the text for humans.</summary>
    public bool IsStatusMessage(IOperation operation)
    {
        if (IsMessageRead(operation))
            return true;
        foreach (var origin in OriginsUpToRead(new Site(operation, null)))
        {
            if (IsMessageRead(origin.Operation))
                return true;
        }

        return false;
    }

    /// <summary>Whether the expression is the status object (not the code): typed, or the key <c>Status</c> of a document.</summary>
    public bool IsStatus(IOperation operation)
    {
        operation = operation.Unwrap();
        return operation is not IInstanceReferenceOperation && StatusOf(operation.Type) is { Family: not VipFamily.UserServices }
            || DocumentKeys.LastOf(operation, program) is { } key && IsKeyOf(operation, key, static k => k is "Status", null);
    }

    private ReasonCodeRead? MemberRead(IOperation operation, ISymbol member, ITypeSymbol? holder)
    {
        var status = StatusOf(holder) ?? StatusOf(member.ContainingType);
        if (status is null)
            return null;
        // User Services: detail is a code of the credential family; the inner status of a push is a space of its own.
        var isDetail = status.Family == VipFamily.UserServices && WireNames.Is(member, "detail");
        if (!isDetail && !SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, status.Code.OriginalDefinition)
            && !(WireNames.Of(member) == WireNames.Of(status.Code) && FormOf(member) == status.Form))
        {
            return null;
        }

        return new ReasonCodeRead(operation, status.Family, FormOf(member) ?? status.Form,
            status.Family == VipFamily.UserServices && !isDetail && status.Type.Name.StartsWith("PushTransaction", StringComparison.Ordinal));
    }

    /// <summary>Origins, but a read is an origin also where the evaluator could step on behind it (to what is assigned to the member).</summary>
    private IEnumerable<Site> OriginsUpToRead(Site site)
    {
        var seen = new HashSet<(SyntaxNode, OperationKind, CallFrame?)>();
        var pending = new Stack<Site>();
        pending.Push(site);
        while (pending.Count > 0 && seen.Count < 100)
        {
            var current = pending.Pop();
            current = current.With(current.Operation.Unwrap());
            if (!seen.Add((current.Syntax, current.Operation.Kind, current.Frame)))
                continue;
            if (current.Operation is not IConditionalAccessOperation && (ReadAt(current.Operation) is not null || IsMessageRead(current.Operation)))
            {
                yield return current;
                continue;
            }

            var step = program.StepBack(current);
            if (step.IsNone)
                continue;
            foreach (var value in step.Values)
                pending.Push(value);
        }
    }

    /// <summary>The JSON or XML node whose text the expression is; null when it is no such call.</summary>
    private static IOperation? TextOfNode(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "GetString" or "ToString" or "GetValue" or "ToObject" or "Value" or "GetRawText" or "ToJsonString", Arguments.Length: 0, Instance: { } node }
            when DocumentKeys.IsNode(node.Type) => node,
        // JToken.Value<string>() is an extension of IEnumerable<JToken>.
        IInvocationOperation { TargetMethod: { Name: "Value", IsExtensionMethod: true }, Arguments: { Length: 1 } arguments } when DocumentKeys.IsNode(arguments[0].Value.Unwrap().Type) => arguments[0].Value,
        IPropertyReferenceOperation { Property.Name: "Value" or "InnerText", Instance: { } node } when DocumentKeys.IsNode(node.Type) => node,
        IConversionOperation { OperatorMethod: not null, Operand: var node } when DocumentKeys.IsNode(node.Type) => node,
        // nodes.Where(…).Select(e => e.Value).First()
        IInvocationOperation { TargetMethod: { Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault", IsExtensionMethod: true }, Arguments: [var texts] }
            when texts.Value.Unwrap() is IInvocationOperation { TargetMethod: { Name: "Select", IsExtensionMethod: true }, Arguments: [var nodes, var selector] }
                && selector.Value.Unwrap() is IAnonymousFunctionOperation lambda && ProgramModel.ReturnedValues(lambda).ToList() is [var taken]
                && TextOfNode(taken)?.Unwrap() is IParameterReferenceOperation => nodes.Value,
        IConversionOperation { Type.SpecialType: SpecialType.System_String, Operand: { Type: IDynamicTypeSymbol } node } => node,
        IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { MemberName: "ToString", Instance: { } node } } => node,
        _ => null,
    };

    /// <summary>
    /// Whether the last key is the one that is looked for, in a document of VIP: its chain of keys names an answer, or the program
    /// and the file do.
    /// </summary>
    private bool IsKeyOf(IOperation operation, string key, Func<string, bool> isWanted, string? userServicesKey)
    {
        if (!isWanted(key))
        {
            // "status" is everybody's word: only where the file names the namespace of User Services.
            return key == userServicesKey && userServicesKey is not null && DocumentKeys.ChainOf(operation, program).Any(static k => WireNames.IsResponseLike(k))
                && FamilyOfKeys(operation) == VipFamily.UserServices;
        }

        var chain = DocumentKeys.ChainOf(operation, program);
        return chain.Any(WireNames.IsResponse)
            || VipEvidence.Of(operation.Syntax.SyntaxTree) is { IsCertain: true } or { NamesAnswer: true }
            || IsCertain && (chain.Contains("Status") || chain.Count == 1);
    }

    private VipFamily FamilyOfKeys(IOperation operation)
    {
        var chain = DocumentKeys.ChainOf(operation, program);
        var names = chain.Where(static k => k.EndsWith("Response", StringComparison.Ordinal)).ToList();
        foreach (var known in Protocols.Vip.Operations.All)
        {
            if (known.Reasons == ReasonFamily.UserServices && names.Contains(known.ResponseName))
                return VipFamily.UserServices;
        }

        return DocumentKeys.IsXml(operation) ? VipFamily.CredentialSoap : VipFamily.CredentialRest;
    }
}
