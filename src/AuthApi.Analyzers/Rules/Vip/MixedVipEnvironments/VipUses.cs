using System.Text.RegularExpressions;
using AuthApi.Analyzers.Environments;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.MixedVipEnvironments;

/// <summary>Where a program uses a host of VIP: requests, and the addresses that SOAP proxies are given.</summary>
internal static class VipUses
{
    private static readonly Regex OwnName = new("pilot|prod|test|live|staging", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>All uses in the compilation.</summary>
    public static IReadOnlyList<HostUse> In(ProgramModel program, Func<SyntaxTree, AuthApiOptions> optionsOf, CancellationToken cancellationToken)
    {
        var result = new List<HostUse>();
        foreach (var request in SentRequests.For(program).All(cancellationToken))
        {
            var options = optionsOf(request.Send.Syntax.SyntaxTree);
            if (RequestHosts.Of(program, request, h => EnvironmentOf(h, options), CallOf, static _ => []) is { } use)
                result.Add(use);
        }

        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            var options = optionsOf(tree);
            foreach (var address in Addresses(program, tree, cancellationToken))
            {
                if (RequestHosts.Of(program, program.TextsOf(address), address.Syntax, h => EnvironmentOf(h, options), CallOf, static _ => []) is { } use && !IsNamedByEnvironment(address.Syntax))
                    result.Add(use);
            }
        }

        return result.GroupBy(static u => (u.Location, u.Place, u.Call)).Select(static g => g.First()).ToList();
    }

    private static string? EnvironmentOf(string host, AuthApiOptions options)
    {
        if (options.VipHosts.TryGet(host, out var marked))
            return marked == HostEnvironment.Unspecified ? null : marked.ToString().ToLowerInvariant();
        return VipHosts.Classify(host) is { Role: not VipRole.Portal } known
            ? known.Environment switch { VipEnvironment.Production => "production", VipEnvironment.Pilot => "pilot", _ => null }
            : null;
    }

    /// <summary>Kind of host and path: the same one on both sides is called on purpose.</summary>
    private static string? CallOf(TextValue text)
    {
        var url = ServiceUrl.Parse(text.ToString());
        return VipHosts.Classify(url.Host)?.Role + "/" + string.Join("/", url.Segments.Select(static s => s.Text));
    }

    /// <summary>
    /// <c>new EndpointAddress(text)</c> of WCF and <c>proxy.Url = text</c> of the older proxies (learnt from the public proxies of the VIP WSDLs).
    /// </summary>
    private static IEnumerable<Site> Addresses(ProgramModel program, SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            switch (node)
            {
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation:
                    if (creation is ObjectCreationExpressionSyntax { Type: var type } && !IsAddressed(type.ToString()) || program.OperationAt(creation) is not IObjectCreationOperation { Type: { } made } operation || !IsAddressed(made.Name))
                        break;
                    // The proxy's constructors take the name of a configuration and then the address.
                    var address = made.Name == "EndpointAddress" ? operation.Arguments[0] : operation.Arguments.FirstOrDefault(static a => a.Parameter is { Name: "remoteAddress", Type.SpecialType: SpecialType.System_String });
                    if (address is not null)
                        yield return new Site(address.Value, null);
                    break;
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Url" } or IdentifierNameSyntax { Identifier.ValueText: "Url" }, Right: var value }:
                    if (program.OperationAt(value) is { Type.SpecialType: SpecialType.System_String } url)
                        yield return new Site(url, null);
                    break;
            }
        }
    }

    private static bool IsAddressed(string typeName) => typeName.EndsWith("EndpointAddress", StringComparison.Ordinal) || typeName.EndsWith("Client", StringComparison.Ordinal);

    /// <summary>An address kept under the name of its environment is one of several to choose from.</summary>
    private static bool IsNamedByEnvironment(SyntaxNode address)
    {
        for (var node = address; node is not null and not StatementSyntax; node = node.Parent)
        {
            var name = node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: var target } => target.ToString(),
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                _ => "",
            };
            if (OwnName.IsMatch(name))
                return true;
        }

        return address.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax member && OwnName.IsMatch(member.Identifier.ValueText);
    }
}
