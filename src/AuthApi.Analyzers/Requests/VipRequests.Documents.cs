using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Requests;

/// <content>Objects that name their members by key: anonymous objects, dictionaries, JSON objects; and elements of LINQ to XML.</content>
internal sealed partial class VipRequests
{
    private const int MaxDepth = 6;

    private static bool IsDictionary(ITypeSymbol? type) => type?.Name is "Dictionary" or "IDictionary" or "JsonObject" or "JObject" or "SortedDictionary" or "ExpandoObject";

    /// <summary>What is put into a JSON object, without the node around it.</summary>
    private static IOperation Unpacked(IOperation value) => value.Unwrap() switch
    {
        IConversionOperation { OperatorMethod: not null, Operand: var operand } => operand,
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonValue" }, Arguments: [var first, ..] } => first.Value,
        IObjectCreationOperation { Type.Name: "JValue", Arguments: [var only] } => only.Value,
        _ => value,
    };

    private VipRequest? Document(IOperation source, IEnumerable<(string Name, IOperation Value)> members)
    {
        var entries = members.Select(static m => (Name: RequestNames.CredentialMember(m.Name), m.Value)).ToList();
        var names = entries.Select(static e => e.Name).OfType<string>().ToList();
        if (names.Count == 0)
            return null;
        var (root, isRoot) = RootOf(source);
        // The root proves it next to a member; without one, two names of VIP in a program of VIP do.
        var isRequest = isRoot && (names.Contains("TokenId") || names.Contains("TokenIds") || names.Contains("Version"))
            || isLikely.Value && (names.Contains("TokenId") || names.Contains("TokenIds")) && names.Exists(RequestNames.IsTelling)
            || isLikely.Value && names.Contains("ACProfile");
        // Names alone are no proof against a host that is written next to them.
        if (!isRequest || !isRoot && IsSentElsewhere(source))
            return null;
        var fields = entries.Where(static e => e.Name is not null).Select(static e => new RequestField(e.Name!, new Site(Unpacked(e.Value), null))).ToList();
        return new(source, VipFamily.CredentialRest, root ?? OperationOfCall(source) ?? OperationByFields(names), null, fields);
    }

    /// <summary>The root under which an object stands: the key or member that holds it.</summary>
    private (Operation? Operation, bool IsRoot) RootOf(IOperation source)
    {
        var (parent, child) = source.OuterParent();
        var key = parent switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index, ..] } } assignment when assignment.Value == child =>
                program.KnownText(new Site(index.Value, null)),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment when assignment.Value == child => Responses.WireNames.Of(member.Member),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var first, _] } } argument when argument != first =>
                program.KnownText(new Site(first.Value, null)),
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "JProperty", Arguments: [var first, _] } } argument when argument != first =>
                program.KnownText(new Site(first.Value, null)),
            _ => null,
        };
        // JsonObject and its like are wrapped by an implicit conversion to the node.
        if (key is null && parent is IConversionOperation { OperatorMethod: not null } converted)
            return RootOf(converted);
        return key is not null && key.EndsWith("Request", StringComparison.Ordinal) && RequestNames.OperationOf(key, VipFamily.CredentialRest) is { } operation
            ? (operation, true)
            : (null, false);
    }

    /// <summary>The operation that a call around the object names in another argument: <c>PostAsync("activate-token", new { … })</c>.</summary>
    private Operation? OperationOfCall(IOperation source)
    {
        var current = source.Parent;
        for (var depth = 0; depth < MaxDepth && current is not null; depth++, current = current.Parent)
        {
            if (current is not IArgumentOperation { Parent: IInvocationOperation call } own)
                continue;
            foreach (var argument in call.Arguments)
            {
                if (argument == own || argument.Value.Type?.SpecialType != SpecialType.System_String && argument.Value.Type?.Name != "Uri")
                    continue;
                foreach (var text in program.TextsOf(new Site(argument.Value, null)))
                {
                    var path = text.ToString();
                    var last = path.Substring(path.TrimEnd('/').LastIndexOf('/') + 1).Trim('/');
                    if (Protocols.Vip.Operations.TryGet(last, VipFamily.CredentialRest) is { } named)
                        return named;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the call around the object, or one that gets the local it is kept in, sends it to a host that is certainly none of VIP.</summary>
    private bool IsSentElsewhere(IOperation source)
    {
        var current = source;
        for (var depth = 0; depth < 2 * MaxDepth && current.Parent is { } parent; depth++, current = parent)
        {
            switch (parent)
            {
                case IInvocationOperation call when HttpRequests.MaySend(call):
                    var sent = HttpRequests.For(program).At(call);
                    return sent.Count > 0 && sent.All(r => r.Urls.Count > 0 && r.Urls.All(u => ServiceUrl.Parse(u.ToString()).KnownHost is { } host
                        && VipHosts.Classify(host) is null && !gateways.Any(g => g.Contains(host))));
                case IVariableDeclaratorOperation declarator:
                    return program.ReferencesTo(declarator.Symbol) is [var only] && IsSentElsewhere(only);
            }
        }

        return false;
    }

    private static Operation? OperationByFields(List<string> names) =>
        names.Contains("TemporaryPassword") ? Protocols.Vip.Operations.TryGet("SetTemporaryPassword", VipFamily.CredentialRest)
        : names.Contains("ACProfile") ? Protocols.Vip.Operations.TryGet("GetActivationCode", VipFamily.CredentialRest)
        : null;

    private IEnumerable<(string Name, IOperation Value)> KeyedElements(IObjectCreationOperation creation)
    {
        foreach (var element in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            var (key, value) = element switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index, ..] } } assignment => (index.Value, assignment.Value),
                IInvocationOperation { Arguments: [var first, var second] } => (first.Value, second.Value),
                _ => (null, null),
            };
            if (key is not null && value is not null && program.KnownText(new Site(key, null)) is { } name)
                yield return (name, value);
        }

        foreach (var argument in creation.Arguments.SelectMany(static a => a.Value.Unwrap().ElementsInPlace() ?? [a.Value]))
        {
            if (argument.Unwrap() is IObjectCreationOperation { Type.Name: "JProperty" or "KeyValuePair", Arguments: [var first, var second] } && program.KnownText(new Site(first.Value, null)) is { } name)
                yield return (name, second.Value);
        }
    }

    /// <summary><c>body["OTP"] = otp;</c>: an entry of an object that is made, or given other entries, elsewhere in the body.</summary>
    private VipRequest? LaterEntry(IOperation source, IOperation table, IOperation key, IOperation value)
    {
        if (!isLikely.Value || key.Unwrap().Type?.SpecialType != SpecialType.System_String || program.KnownText(new Site(key, null)) is not { } name || RequestNames.CredentialMember(name) is not { } member)
            return null;
        var names = new List<string> { member };
        Operation? operation = null;
        foreach (var origin in program.Origins(new Site(table, null), out _))
        {
            if (origin.Operation is not IObjectCreationOperation creation)
                continue;
            names.AddRange(KeyedElements(creation).Select(static e => RequestNames.CredentialMember(e.Name)).OfType<string>());
            operation ??= RootOf(creation).Operation;
        }

        ISymbol? holder = table.Unwrap() switch { ILocalReferenceOperation local => local.Local, IParameterReferenceOperation parameter => parameter.Parameter, _ => null };
        foreach (var reference in holder is null ? [] : program.ReferencesTo(holder))
        {
            var other = reference.Parent switch
            {
                IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index, ..] } indexer when indexer.IsAssignmentTarget() => index.Value,
                IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: [var first, _] } => first.Value,
                _ => null,
            };
            if (other is not null && program.KnownText(new Site(other, null)) is { } text && RequestNames.CredentialMember(text) is { } set)
                names.Add(set);
        }

        return names.Contains("TokenId") && names.Exists(RequestNames.IsTelling)
            ? new(source, VipFamily.CredentialRest, operation ?? OperationByFields(names), null, [new(member, new Site(Unpacked(value), null))])
            : null;
    }

    /// <summary><c>new XElement(vip + "ActivateToken", new XAttribute("Version", "3.1"), new XElement(vip + "TokenId", id))</c></summary>
    private VipRequest? XmlElement(IObjectCreationOperation element)
    {
        if (NameOf(element) is not var (xmlNamespace, local) || XmlNamespacesOf(xmlNamespace) is not { } family
            || RequestNames.OperationOf(local, family) is var operation && operation is null && local != "TokenId")
        {
            return null;
        }

        var fields = new List<RequestField>();
        foreach (var content in Contents(element))
        {
            if (content is IObjectCreationOperation { Type.Name: "XElement" or "XAttribute", Arguments.Length: > 1 } child && NameOf(child) is var (_, name)
                && Contents(child) is [var value, ..] && value is not IObjectCreationOperation { Type.Name: "XElement" or "XAttribute" })
            {
                fields.Add(new(name, new Site(child.Type!.Name == "XElement" && local != "TokenId" ? LastText(child) ?? value : value, null)));
            }
            else if (local == "TokenId" && content is not IObjectCreationOperation { Type.Name: "XElement" or "XAttribute" })
            {
                fields.Add(new("Value", new Site(content, null)));
            }
        }

        return new(element, family, operation, null, fields);
    }

    private static IOperation? LastText(IObjectCreationOperation element) =>
        Contents(element).LastOrDefault(static c => c is not IObjectCreationOperation { Type.Name: "XElement" or "XAttribute" });

    private static IReadOnlyList<IOperation> Contents(IObjectCreationOperation element) => element.Arguments.Skip(1)
        .SelectMany(static a => a.Value.Unwrap().ElementsInPlace() ?? [a.Value])
        .Select(static v => v.Unwrap())
        .ToList();

    private (string Namespace, string Local)? NameOf(IObjectCreationOperation element)
    {
        if (element.Arguments.Length == 0)
            return null;
        var name = element.Arguments[0].Value.Unwrap();
        if (name is IConversionOperation { OperatorMethod: not null } conversion)
            return program.KnownText(new Site(conversion.Operand, null)) is { } text ? Split(text) : null;
        if (name is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left, RightOperand: var right } || program.KnownText(new Site(right, null)) is not { } local)
            return null;
        foreach (var origin in program.Origins(new Site(left, null), out _))
        {
            var source = origin.Operation is IConversionOperation { Operand: var operand } ? operand
                : origin.Operation is IInvocationOperation { TargetMethod.Name: "Get", Arguments: [var only] } ? only.Value : null;
            if (source is not null && program.KnownText(origin.With(source)) is { } xmlNamespace)
                return (xmlNamespace, local);
        }

        return null;
    }

    private static (string, string) Split(string name) =>
        name.StartsWith("{", StringComparison.Ordinal) && name.IndexOf('}') is > 0 and var end ? (name.Substring(1, end - 1), name.Substring(end + 1)) : ("", name);

    private static VipFamily? XmlNamespacesOf(string name) => Protocols.Vip.XmlNamespaces.FamilyOf(name);
}
