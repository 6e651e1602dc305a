using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <summary>
/// Reads of JSON and XML documents by key or path: indexers, <c>GetProperty</c>, <c>SelectToken</c>, <c>Element</c>, XPath, dynamic
/// members. The keys are evaluated as texts, so constants count as well as literals.
/// </summary>
internal static class DocumentKeys
{
    private const int MaxChain = 12;

    private static readonly char[] Separators = ['.', '/', '[', ']', '\'', '"', ':', '$', '(', ')', '=', '}', '{', '*', ' '];

    /// <summary>Whether values of the type are documents or their nodes.</summary>
    public static bool IsNode(ITypeSymbol? type)
    {
        if (type is IDynamicTypeSymbol)
            return true;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "JsonElement" or "JsonNode" or "JsonDocument" or "JToken" or "XNode" or "XObject" or "XmlNode" or "XPathNavigator" or "JsonProperty")
                return true;
        }

        return false;
    }

    /// <summary>Whether the expression walks an XML document.</summary>
    public static bool IsXml(IOperation operation)
    {
        for (var current = operation.Unwrap(); current is not null; current = ReceiverOf(current)?.Unwrap())
        {
            if (IsXmlType(current.Type) || current.Type is { } type && IsXmlType(VipModel.ElementOf(type)))
                return true;
        }

        return false;
    }

    private static bool IsXmlType(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "XObject" or "XmlNode" or "XmlNodeList" or "XPathNavigator")
                return true;
        }

        return false;
    }

    /// <summary>The last key that the expression reads by; null when it does not read by key or the key is not known.</summary>
    public static string? LastOf(IOperation operation, ProgramModel program)
    {
        var keys = KeysOf(operation.Unwrap(), program);
        return keys.Count == 0 ? null : keys[keys.Count - 1];
    }

    /// <summary>All keys from the document down to the expression, as far as the receivers can be followed.</summary>
    public static IReadOnlyList<string> ChainOf(IOperation operation, ProgramModel program)
    {
        var chain = new List<string>();
        var current = new Site(operation, null);
        for (var depth = 0; depth < MaxChain; depth++)
        {
            var keys = KeysOf(current.Operation.Unwrap(), program);
            chain.InsertRange(0, keys);
            if (ReceiverOf(current.Operation.Unwrap()) is { } receiver)
            {
                current = current.With(receiver);
                continue;
            }

            var step = program.StepBack(current);
            if (step.IsNone || step.Values.Length != 1)
                break;
            current = step.Values[0];
        }

        return chain;
    }

    /// <summary>The node that the expression reads from.</summary>
    public static IOperation? ReceiverOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Instance: { } instance } when IsNode(instance.Type) || instance.Type?.Name is "XmlNodeList" => instance,
        IInvocationOperation invocation when invocation.Receiver() is { } receiver && (IsNode(receiver.Unwrap().Type) || IsNodes(receiver.Unwrap().Type)) => receiver,
        IDynamicMemberReferenceOperation { Instance: { } instance } => instance,
        IDynamicIndexerAccessOperation { Operation: { } instance } => instance,
        IDynamicInvocationOperation { Operation: { } target } => target,
        IConversionOperation { Operand: var operand } => operand,
        _ => null,
    };

    private static bool IsNodes(ITypeSymbol? type) =>
        type?.Name == "XmlNodeList" || type is not null && VipModel.ElementOf(type) is { } element && IsNode(element);

    /// <summary>The keys that this one step reads by; empty when it reads by none, or by one that is not known.</summary>
    public static IReadOnlyList<string> KeysOf(IOperation operation, ProgramModel program) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: { Length: > 0 } arguments } when IsNode(instance.Type) =>
            Texts(arguments[0].Value, program),
        IInvocationOperation { Arguments.Length: > 0 } invocation when invocation.Receiver() is { } receiver
            && (IsNode(receiver.Unwrap().Type) || IsNodes(receiver.Unwrap().Type)) && TakesKey(invocation.TargetMethod.Name) => KeyArgument(invocation, program),
        IInvocationOperation { TargetMethod: { Name: "Where" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault", IsExtensionMethod: true }, Arguments: [_, var condition] } filter
            when IsNodes(filter.Receiver()?.Unwrap().Type) => NameAskedFor(condition.Value, program),
        IInvocationOperation { TargetMethod.Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "Item" or "ElementAt" } invocation
            when invocation.Receiver() is { } receiver && IsNodes(receiver.Unwrap().Type) => KeysOf(receiver.Unwrap(), program),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type.Name: "XmlNodeList" } list } => KeysOf(list.Unwrap(), program),
        IDynamicMemberReferenceOperation dynamicMember => [dynamicMember.MemberName],
        IDynamicIndexerAccessOperation { Arguments: { Length: > 0 } arguments } => Texts(arguments[0], program),
        _ => [],
    };

    /// <summary>Whether a method of this name reads by key or path.</summary>
    public static bool TakesKey(string method) => method is "GetProperty" or "TryGetProperty" or "SelectToken" or "SelectTokens" or "GetValue" or "TryGetValue"
        or "TryGetPropertyValue" or "Value" or "Element" or "Elements" or "Descendants" or "DescendantsAndSelf" or "Attribute" or "SelectSingleNode" or "SelectNodes" or "GetElementsByTagName"
        or "XPathSelectElement" or "XPathSelectElements" or "XPathEvaluate" or "Evaluate" or "Property";

    /// <summary>The name in <c>e => e.Name.LocalName == "Status"</c>, <c>e => e.Name == vip + "Status"</c>, <c>p => p.Name == "Status"</c>.</summary>
    private static IReadOnlyList<string> NameAskedFor(IOperation predicate, ProgramModel program)
    {
        if (predicate.Unwrap() is not IAnonymousFunctionOperation lambda || ProgramModel.ReturnedValues(lambda).ToList() is not [var asked])
            return [];
        var (left, right) = asked.Unwrap() switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => (equality.LeftOperand, equality.RightOperand),
            IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance, Arguments: [var other, ..] } => (instance, other.Value),
            _ => (null, null),
        };
        return left is null || right is null ? [] : IsName(left) ? Texts(right, program) : IsName(right) ? Texts(left, program) : [];

        static bool IsName(IOperation operation) => operation.Unwrap() is IPropertyReferenceOperation { Property.Name: "Name" or "LocalName", Instance: { } of }
            && (of.Unwrap() is IParameterReferenceOperation || IsName(of));
    }

    private static IReadOnlyList<string> KeyArgument(IInvocationOperation invocation, ProgramModel program)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0 && invocation.TargetMethod.IsExtensionMethod && invocation.Instance is null)
                continue;
            var keys = Texts(argument.Value, program);
            if (keys.Count > 0)
                return keys;
        }

        return [];
    }

    /// <summary>The names in a key or path: <c>$.ActivateTokenResponse.Status</c>, <c>//v:Status/v:ReasonCode</c>, <c>*[local-name()='ReasonCode']</c>.</summary>
    private static IReadOnlyList<string> Texts(IOperation key, ProgramModel program)
    {
        key = key.Unwrap();
        // XName: an implicit conversion from text, or XNamespace + text.
        if (key is IConversionOperation { OperatorMethod: not null } conversion)
            key = conversion.Operand.Unwrap();
        if (key is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand.Type.Name: "XNamespace" } name)
            key = name.RightOperand;
        else if (key is IInvocationOperation { TargetMethod: { Name: "Get", ContainingType.Name: "XName" }, Arguments: { Length: > 0 } arguments })
            key = arguments[0].Value;
        if (key.Type?.SpecialType != SpecialType.System_String)
            return program.StepBack(new Site(key, null)) is { IsNone: false, Values.Length: 1 } step && step.Values[0].Syntax != key.Syntax && key.Type?.Name == "XName"
                ? Texts(step.Values[0].Operation, program)
                : [];
        if (program.KnownText(new Site(key, null)) is not { } text)
            return [];
        return text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(static k => k is not ("local-name" or "text" or "name" or "string" or "and" or "or")).ToList();
    }
}
