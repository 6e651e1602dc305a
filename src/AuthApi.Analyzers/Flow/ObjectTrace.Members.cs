using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>A field or property of one object whose history is in sight.</content>
internal sealed partial class ObjectTrace
{
    /// <summary>
    /// What is done to a member by the calls that its object gets: the headers that one request builder collects, and not those of another. False where
    /// the object may get calls from elsewhere; then all that is done to the member counts.
    /// </summary>
    private bool TraceOwnMember(Site site, ISymbol member)
    {
        if (site is not { Operation: IMemberReferenceOperation { Instance: IInstanceReferenceOperation }, Frame.Receiver: { } receiver }
            || member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected) || member.IsStatic || !program.IsOwn(member)
            || program.HistoryOf(receiver) is not { } history)
            return false;
        var values = program.MemberAssignments(member.OriginalDefinition).ToList();
        // Other ways in than methods of the object: all of them count.
        if (values.Exists(v => v.Parent is not ISymbolInitializerOperation && v.Syntax.ContainingMember() is { } place && !IsOfType(place, member)))
            return false;
        foreach (var value in values.Where(static v => v.Parent is ISymbolInitializerOperation))
            Trace(new Site(value, null));
        foreach (var use in program.MemberUses(history, member))
        {
            if (answered)
                return true;
            if (use.Operation.AssignedValue() is { } assigned)
                Trace(use.With(assigned));
            else
                Use(use);
        }

        return true;
    }

    private bool IsOfType(SyntaxNode place, ISymbol member) =>
        program.ModelFor(place.SyntaxTree).GetDeclaredSymbol(place)?.ContainingType is { } type && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition);
}
