using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Rules.AdobePass.TightPolling;

/// <summary>The fix: makes a time longer that the program has chosen, or waits at the end of each round.</summary>
internal sealed class PollingEdits
{
    private const int Seconds = Limits.SuggestedPollingMilliseconds / 1000;

    private static readonly string Title = $"Wait {Seconds} seconds between the requests";

    private readonly ProgramModel program;
    private readonly SyntaxNode call;
    private readonly SourceEdits edits = new(Title);
    private readonly string wait;
    private readonly string newLine;
    private readonly string unit;

    private PollingEdits(ProgramModel program, SyntaxNode call, bool isAsync)
    {
        this.program = program;
        this.call = call;
        var layout = SourceLayout.Of(call.SyntaxTree);
        (newLine, unit) = (layout.NewLine, layout.Unit);
        var token = isAsync && Token() is { } name ? ", " + name : "";
        var configure = isAsync && call.FirstAncestorOrSelf<AwaitExpressionSyntax>()?.ToString().Contains(".ConfigureAwait(false)") == true ? ".ConfigureAwait(false)" : "";
        wait = isAsync ? $"await Task.Delay(TimeSpan.FromSeconds({Seconds}){token}){configure};" : $"Thread.Sleep(TimeSpan.FromSeconds({Seconds}));";
    }

    public static SourceEdits? For(ProgramModel program, TightPoll poll)
    {
        if (poll.Durations.Count > 0)
        {
            return Longer(program, poll.Durations) is { } longer && poll.Loop is { } around && IsAsync(program, poll.Place) is { } canAwait
                ? new PollingEdits(program, poll.Place, canAwait).AfterFailures(around, longer)
                : Longer(program, poll.Durations);
        }

        if (poll.Loop is null && poll.Repeat.Count == 0 || IsAsync(program, poll.Place) is not { } isAsync)
            return null;
        var writer = new PollingEdits(program, poll.Place, isAsync);
        if (!(poll.Loop is { } loop ? writer.InLoop(loop) : poll.Repeat.All(writer.BeforeStatement)))
            return null;
        return writer.edits.Using("System.TimeSpan").Using(isAsync ? "System.Threading.Tasks.Task" : "System.Threading.Thread");
    }

    /// <summary>Whether the function can await; null when it can neither await nor sleep (it returns a task without being async).</summary>
    private static bool? IsAsync(ProgramModel program, SyntaxNode place)
    {
        var body = place.ExecutableBody();
        var symbol = program.ModelFor(place.SyntaxTree).GetEnclosingSymbol(place.SpanStart) as IMethodSymbol;
        // A coroutine waits by what it yields, which is the engine's to choose.
        if (symbol?.ReturnType.SpecialType == SpecialType.System_Collections_IEnumerator)
            return null;
        if (body is CompilationUnitSyntax || symbol?.IsAsync == true)
            return place.Ancestors().TakeWhile(n => n != body).Any(static n => n is LockStatementSyntax) ? null : true;
        return symbol?.ReturnType is { Name: "Task" or "ValueTask" } ? null : symbol is null ? null : false;
    }

    private static SourceEdits? Longer(ProgramModel program, IReadOnlyList<Site> durations)
    {
        var result = new SourceEdits(Title);
        foreach (var duration in durations)
        {
            var value = Source(program, duration);
            if (value is null)
                return null;
            if (duration.Operation is IObjectCreationOperation { Type.Name: var coroutine and ("WaitForSeconds" or "WaitForSecondsRealtime") })
            {
                result.Replace(value, $"new {coroutine}({Seconds}f)");
                continue;
            }

            var isSpan = Durations.IsTimeSpan(duration.Operation.Unwrap().Type);
            result.Replace(value, isSpan ? $"TimeSpan.FromSeconds({Seconds})" : Limits.SuggestedPollingMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (isSpan)
                result.Using("System.TimeSpan");
        }

        return result;
    }

    /// <summary>The expression in which the time is chosen: the value of the constant or field where it is not written in place.</summary>
    private static SyntaxNode? Source(ProgramModel program, Site duration)
    {
        var operation = duration.Operation.Unwrap();
        for (var i = 0; i < CallFrame.MaxDepth; i++)
        {
            if (operation is IFieldReferenceOperation { Field: { DeclaringSyntaxReferences.Length: > 0 } field })
            {
                if (program.MemberAssignments(field).ToList() is not [var assigned])
                    return null;
                operation = assigned.Unwrap();
            }
            else if (operation is ILocalReferenceOperation { Local: var local })
            {
                if ((local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer is not { Value: var value } || program.OperationAt(value) is not { } initial
                    || program.ReferencesTo(local).Any(static r => r.IsAssignmentTarget()))
                    return null;
                operation = initial.Unwrap();
            }
            else if (operation is IParameterReferenceOperation or IPropertyReferenceOperation or IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 })
            {
                if (program.StepBack(duration.With(operation)) is not { IsNone: false, Values: [var only] })
                    return null;
                duration = only;
                operation = only.Operation.Unwrap();
            }
            else
            {
                break;
            }
        }

        return operation.Syntax;
    }

    /// <summary>The cancellation token that can be read in the loop; a parameter before a local before a field.</summary>
    private string? Token()
    {
        var model = program.ModelFor(call.SyntaxTree);
        var candidates = new List<(int Rank, string Name)>();
        foreach (var symbol in model.LookupSymbols(call.SpanStart))
        {
            switch (symbol)
            {
                case IParameterSymbol { Type.Name: "CancellationToken" } parameter: candidates.Add((0, parameter.Name)); break;
                case ILocalSymbol { Type.Name: "CancellationToken" } local when local.DeclaringSyntaxReferences.All(r => r.Span.End <= call.SpanStart): candidates.Add((1, local.Name)); break;
                case IFieldSymbol { Type.Name: "CancellationToken" } field when field.IsStatic || (model.GetEnclosingSymbol(call.SpanStart)?.IsStatic == false): candidates.Add((2, field.Name)); break;
            }
        }

        return candidates.OrderBy(static c => c.Rank).Select(static c => c.Name).FirstOrDefault();
    }

    /// <summary>At the end of the round, and before every <c>continue</c> that leaves it out.</summary>
    private bool InLoop(SyntaxNode loop)
    {
        var body = loop switch { WhileStatementSyntax s => s.Statement, DoStatementSyntax s => s.Statement, ForStatementSyntax s => s.Statement, _ => null };
        if (body is null)
            return false;
        foreach (var jump in body.DescendantNodes(n => n == body || n is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            // Before the request a round that is left out costs no request.
            if (jump is ContinueStatementSyntax && (jump.SpanStart > call.SpanStart || jump.FirstAncestorOrSelf<CatchClauseSyntax>() is not null) && !BeforeStatement(jump))
                return false;
        }

        if (body is BlockSyntax { Statements.Count: > 0 } block)
        {
            if (program.ModelFor(block.SyntaxTree).AnalyzeControlFlow(block) is { Succeeded: true, EndPointIsReachable: false })
                return true;
            AtEnd(block);
            return true;
        }

        if (body is not (EmptyStatementSyntax or BlockSyntax))
        {
            EmbeddedStatement.WithBlock(edits, body, "", wait);
            return true;
        }

        var indent = SourceLayout.Indentation(loop);
        var header = body.GetFirstToken().GetPreviousToken();
        edits.Replace(body.SyntaxTree, TextSpan.FromBounds(header.Span.End, body.Span.End), $"{newLine}{indent}{{{newLine}{indent}{unit}{wait}{newLine}{indent}}}");
        return true;
    }

    /// <summary>A pause that only a success reaches: the handlers of its failures get one too.</summary>
    private SourceEdits AfterFailures(SyntaxNode loop, SourceEdits longer)
    {
        var pauses = longer.Spans.Where(s => loop.Span.Contains(s)).ToList();
        foreach (var attempt in call.Ancestors().TakeWhile(n => n != loop).OfType<TryStatementSyntax>().Where(t => t.Finally is null && t.Block.Span.Contains(call.Span) && pauses.Count > 0 && pauses.TrueForAll(p => t.Block.Span.Contains(p))))
        {
            foreach (var handler in attempt.Catches)
            {
                if (program.ModelFor(handler.SyntaxTree).AnalyzeControlFlow(handler.Block) is { Succeeded: true, EndPointIsReachable: false } || handler.Block.ToString().Contains("Delay") || handler.Block.ToString().Contains("Sleep"))
                    continue;
                AtEnd(handler.Block);
            }
        }

        return longer.With(edits).Using("System.TimeSpan");
    }

    private void AtEnd(BlockSyntax block)
    {
        var last = block.Statements.LastOrDefault();
        var line = block.SyntaxTree.GetText().Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart);
        if (line.Start > (last?.Span ?? block.OpenBraceToken.Span).End)
        {
            // A block is set off from what follows it.
            var space = last?.GetLastToken().IsKind(SyntaxKind.CloseBraceToken) == true ? newLine : "";
            edits.Replace(block.SyntaxTree, new TextSpan(line.Start, 0), $"{space}{(last is null ? SourceLayout.Indentation(block) + unit : SourceLayout.Indentation(last))}{wait}{newLine}");
        }
        else
        {
            edits.Replace(block.SyntaxTree, new TextSpan((last?.Span ?? block.OpenBraceToken.Span).End, 0), " " + wait);
        }
    }

    private bool BeforeStatement(SyntaxNode node)
    {
        var statement = node.FirstAncestorOrSelf<StatementSyntax>();
        switch (statement?.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax:
                var sameLine = statement.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.SpanStart).ToString().TrimStart() is var line && !line.StartsWith(statement.ToString().Split('\n')[0].TrimEnd('\r'), StringComparison.Ordinal);
                edits.InsertBefore(statement, wait + (sameLine ? " " : newLine + SourceLayout.Indentation(statement)));
                return true;
            case IfStatementSyntax or ElseClauseSyntax:
                EmbeddedStatement.WithBlock(edits, statement, wait, "");
                return true;
            default:
                return false;
        }
    }
}
