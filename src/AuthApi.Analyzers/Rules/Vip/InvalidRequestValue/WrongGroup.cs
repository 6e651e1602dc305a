using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Requests;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.InvalidRequestValue;

/// <summary>An operation of Web Services sent to the URL of another group, where both are constants (4e10).</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Group">The group that the URL offers: <c>/val</c>.</param>
/// <param name="Url">The URL.</param>
internal sealed record WrongGroup(Operation Operation, string Group, string Url)
{
    public static WrongGroup? Of(IInvocationOperation call, ProgramModel program, VipRequests requests) =>
        OfProxy(call, program) ?? OfRawText(call, program, requests);

    /// <summary><c>new vipSoapInterfaceClient(binding, new EndpointAddress("…/val/soap")).ActivateToken(…)</c></summary>
    private static WrongGroup? OfProxy(IInvocationOperation call, ProgramModel program)
    {
        var name = call.TargetMethod.Name;
        if (call.Instance is not { Type: INamedTypeSymbol client } instance || !IsProxy(client))
            return null;
        if (name.EndsWith("Async", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - "Async".Length);
        if (Protocols.Vip.Operations.TryGet(name, VipFamily.CredentialSoap) is not { Paths.Count: > 0 } operation)
            return null;
        var addresses = new List<TextValue>();
        foreach (var origin in program.Origins(new Site(instance, null), out var complete))
        {
            if (!complete || origin.Operation is not IObjectCreationOperation creation || creation.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "remoteAddress") is not { } argument)
                return null;
            foreach (var address in program.Origins(origin.With(argument.Value), out _))
            {
                if (address.Operation is IObjectCreationOperation { Type.Name: "EndpointAddress", Arguments: [var uri, ..] })
                    addresses.AddRange(program.TextsOf(address.With(uri.Value)));
                else
                    addresses.AddRange(program.TextsOf(address));
            }
        }

        return Of(operation, addresses);
    }

    /// <summary>The message's text and the URL in one request, of whatever client library.</summary>
    private static WrongGroup? OfRawText(IInvocationOperation call, ProgramModel program, VipRequests requests)
    {
        if (!HttpRequests.MaySend(call))
            return null;
        foreach (var sent in HttpRequests.For(program).At(call))
        {
            if (sent.Body is not { } body || !sent.Urls.Any(static u => u.ToString().Contains("/soap")))
                continue;
            // What this caller sends: a helper that writes the message writes another one for each caller.
            var operations = Contents(body, program).Select(content => OperationOf(content, requests)).Distinct().ToList();
            if (operations is [{ Paths.Count: > 0 } operation] && Of(operation, sent.Urls) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static Operation? OperationOf(Site content, VipRequests requests)
    {
        var operation = content.Operation.Unwrap().Type?.SpecialType == SpecialType.System_String
            ? requests.OperationOfText(content)
            : requests.At(content.Operation) is { Family: VipFamily.CredentialSoap } request ? request.Operation : null;
        return operation?.Reasons == ReasonFamily.Credential ? operation : null;
    }

    private static IEnumerable<Site> Contents(Site body, ProgramModel program)
    {
        foreach (var origin in program.Origins(body, out _))
        {
            if (origin.Operation is IObjectCreationOperation { Type.Name: "StringContent", Arguments: [var text, ..] })
            {
                foreach (var value in program.Origins(origin.With(text.Value), out _))
                    yield return value;
            }
            else
            {
                yield return origin;
            }
        }
    }

    private static WrongGroup? Of(Operation operation, IReadOnlyList<TextValue> urls)
    {
        WrongGroup? result = null;
        foreach (var url in urls)
        {
            if (VipHosts.GroupOf(ServiceUrl.Parse(url.ToString())) is not { } group || operation.Paths.Contains(group))
                return null;
            result ??= new(operation, group, url.ToString());
        }

        return result;
    }

    private static bool IsProxy(INamedTypeSymbol type) =>
        Anchors.ProxyTypes.Contains(type.Name)
        || type.AllInterfaces.Prepend(type).Any(static i => i.GetAttributes().Any(static a => a.AttributeClass?.Name == "ServiceContractAttribute"
            && a.NamedArguments.Any(static n => n.Key == "Namespace" && XmlNamespaces.FamilyOf(n.Value.Value as string) == VipFamily.CredentialSoap)));
}
