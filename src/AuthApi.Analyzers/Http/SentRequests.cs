using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// All requests that a compilation sends, file by file, for rules that compare several of them. Found on demand,
/// and kept as long as the compilation lives.
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

    private IReadOnlyList<HttpRequest> Find(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var result = new List<HttpRequest>();
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is InvocationExpressionSyntax && program.OperationAt(node) is IInvocationOperation invocation)
                result.AddRange(HttpRequests.For(program).At(invocation));
        }

        return result;
    }
}
