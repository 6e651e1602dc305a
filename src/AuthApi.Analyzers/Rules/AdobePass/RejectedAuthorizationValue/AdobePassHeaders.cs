using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.RejectedAuthorizationValue;

/// <summary>
/// The places that give requests to Adobe Pass their <c>Authorization</c>: calls that add it, and the expressions that make its
/// value. Found by way of the messages and clients of all those requests, with the handlers of the clients.
/// </summary>
internal sealed class AdobePassHeaders : ObjectQuery
{
    private static readonly string[] SendingNames = ["Send", "Get", "Post", "Put", "Patch", "Delete"];

    private readonly ProgramModel program;
    private readonly HashSet<ITypeSymbol> handlers = new(SymbolEqualityComparer.Default);

    private AdobePassHeaders(ProgramModel program) => this.program = program;

    public HashSet<SyntaxNode> Places { get; } = [];

    public static HashSet<SyntaxNode> In(ProgramModel program, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var query = new AdobePassHeaders(program);
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            var hosts = AuthApiOptions.For(options, tree).AdobePassHosts;
            foreach (var syntax in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!MaySend(syntax) || program.OperationAt(syntax) is not IInvocationOperation call)
                    continue;
                foreach (var request in HttpRequests.For(program).At(call))
                {
                    if (!request.Urls.Any(u => Anchors.IsRequest(ServiceUrl.Parse(u.ToString()), hosts.Contains)))
                        continue;
                    if (request.Message is { } message)
                        ObjectTrace.Run(program, message, query, cancellationToken);
                    if (request.Client is { } client)
                        ObjectTrace.Run(program, client, query, cancellationToken);
                }
            }
        }

        return query.Places;
    }

    public override bool IsPart(IPropertyReferenceOperation property) => HttpLibrary.All.Any(l => l.IsHeaderPart(property));

    public override bool IsFluent(IInvocationOperation invocation) => base.IsFluent(invocation) || HttpLibrary.All.Any(l => l.IsFluent(invocation));

    public override IEnumerable<Site> OtherUses(Site origin) => ClientRegistrations.For(program).ConfiguredAt(origin);

    public override Effect OnMember(Site reference, IOperation member)
    {
        switch (member)
        {
            case IPropertyReferenceOperation { Property.Name: "Authorization" } property when property.AssignedValue() is { } value:
                AddOrigins(reference.With(value));
                return Effect.EndsPath;
            case IInvocationOperation { TargetMethod.Name: "Add" or "TryAddWithoutValidation", Arguments: [_, var value] } call:
                Places.Add(call.Syntax);
                AddOrigins(reference.With(value.Value));
                return Effect.None;
            default:
                return Effect.None;
        }
    }

    public override Effect OnOrigin(Site origin)
    {
        if (origin.Operation is IObjectCreationOperation creation)
        {
            foreach (var argument in creation.Arguments.Where(static a => a.Value.Unwrap().Type is { } type && HandlerQuery.IsHandler(type)))
            {
                foreach (var handler in program.Origins(origin.With(argument.Value), out _))
                    AddHandler(handler.Operation.Unwrap().Type);
            }
        }

        foreach (var call in ClientRegistrations.For(program).Of(origin).SelectMany(static r => r.Chain))
        {
            foreach (var type in call.TargetMethod.TypeArguments)
                AddHandler(type);
        }

        return Effect.None;
    }

    /// <summary>What a handler of the client sets on every request.</summary>
    private void AddHandler(ITypeSymbol? type)
    {
        if (type is not { DeclaringSyntaxReferences.Length: > 0 } || !HandlerQuery.IsHandler(type) || !handlers.Add(type))
            return;
        foreach (var send in type.GetMembers().OfType<IMethodSymbol>().Where(static m => m is { IsOverride: true, Name: "SendAsync" or "Send", Parameters.Length: > 0 }))
            ObjectTrace.RunForward(program, program.ReferencesTo(send.Parameters[0]).Select(static r => new Site(r, null)), this);
    }

    private void AddOrigins(Site value)
    {
        foreach (var origin in program.Origins(value, out _))
            Places.Add(origin.Syntax);
    }

    private static bool MaySend(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name: var name } => MaySend(name),
        MemberBindingExpressionSyntax { Name: var name } => MaySend(name),
        SimpleNameSyntax name => MaySend(name),
        _ => false,
    };

    // These headers are only sent by HttpClient.
    private static bool MaySend(SimpleNameSyntax name) => SendingNames.Any(n => name.Identifier.ValueText.StartsWith(n, StringComparison.Ordinal));
}
