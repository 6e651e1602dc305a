using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// All requests that a compilation sends, file by file, for rules that compare several of them. Found on demand, by the
/// name of the called method first, and kept as long as the compilation lives.
/// </summary>
internal sealed class SentRequests
{
    private static readonly ConditionalWeakTable<ProgramModel, SentRequests> Instances = new();

    private readonly ProgramModel program;
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<HttpRequest>> requests = new();

    private SentRequests(ProgramModel program) => this.program = program;

    public static SentRequests For(ProgramModel program) => Instances.GetValue(program, static p => new SentRequests(p));

    /// <summary>The requests sent by the calls in a file, in source order; one call gives one for each caller that decides about it.</summary>
    public IReadOnlyList<HttpRequest> In(SyntaxTree tree, CancellationToken cancellationToken) => requests.GetOrAdd(tree, t => Find(t, cancellationToken));

    /// <summary>The requests of all files.</summary>
    public IEnumerable<HttpRequest> All(CancellationToken cancellationToken) => program.Compilation.SyntaxTrees.SelectMany(t => In(t, cancellationToken));

    /// <summary>The calls of a piece of source that can send a request, judged by their name.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxNode node)
    {
        foreach (var descendant in node.DescendantNodesAndSelf())
        {
            if (descendant is InvocationExpressionSyntax { Expression: var called } call && NameOf(called) is { } name && HttpLibrary.All.Any(l => l.MaySend(name)))
                yield return call;
        }
    }

    private IReadOnlyList<HttpRequest> Find(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var result = new List<HttpRequest>();
        foreach (var call in CallsIn(tree.GetRoot(cancellationToken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (program.OperationAt(call) is IInvocationOperation invocation)
                result.AddRange(HttpRequests.For(program).At(invocation));
        }

        return result;
    }

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax { Name: var name } => name.Identifier.ValueText,
        MemberBindingExpressionSyntax { Name: var name } => name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
