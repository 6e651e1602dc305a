using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.RepeatedOtp;

/// <summary>The two security codes of a request, and whether they are one and the same.</summary>
internal sealed class OtpPairs(ProgramModel program, VipRequests requests)
{
    /// <summary>The repeated codes of the request that the operation makes, or that a helper makes of what the operation passes to it.</summary>
    public IEnumerable<(IOperation Value, SyntaxNode Place)> At(IOperation operation)
    {
        if (requests.At(operation) is { } request)
        {
            var second = request.Field("OTP2") ?? request.Field("otp2");
            var first = request.Field("OTP1") ?? request.Field("otp1") ?? (second is null ? null : EarlierOtp1(operation));
            if (first is not null && second is not null && AreSame(first, second))
                yield return (ValueOf(second), PlaceOf(second));
            yield break;
        }

        if (operation is not IInvocationOperation call || call.Arguments.Length < 2)
            yield break;
        foreach (var passed in requests.PassedBy(call))
        {
            if ((passed.Field("OTP1") ?? passed.Field("otp1")) is { } first && (passed.Field("OTP2") ?? passed.Field("otp2")) is { } second && AreSame(first, second))
                yield return (ValueOf(second), PlaceOf(second));
        }
    }

    /// <summary><c>request.OTP1 = a; … request.OTP2 = b;</c>: the last value of the first before the second is set.</summary>
    private RequestField? EarlierOtp1(IOperation second)
    {
        if (second is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } holder, Member: var member } target }
            || VariableOf(holder.Unwrap()) is not { } variable)
        {
            return null;
        }

        RequestField? nearest = null;
        var isOnlyOne = true;
        var marks = new Dictionary<SyntaxNode, RequestField>();
        foreach (var reference in program.ReferencesTo(variable))
        {
            if (reference.OuterParent().Parent is IMemberReferenceOperation { Parent: ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } assignment } set
                && assignment.Target == set && requests.At(assignment) is { Fields: [{ Name: "OTP1" or "otp1" } field] } && IsSameHolder(set, target))
            {
                marks[assignment.Syntax] = field;
            }
            else if (reference.AssignedValue()?.Unwrap() is IObjectCreationOperation creation && requests.At(creation)?.Field("OTP1") is { } initial)
            {
                marks[reference.Syntax] = initial;
            }
        }

        foreach (var declaration in variable.DeclaringSyntaxReferences)
        {
            if (program.OperationAt(declaration.GetSyntax()) is IVariableDeclaratorOperation { Initializer.Value: { } value } declarator
                && value.Unwrap() is IObjectCreationOperation creation && requests.At(creation)?.Field("OTP1") is { } initial)
            {
                marks[declarator.Syntax] = initial;
            }
        }

        program.GraphOf(second.Syntax)?.WalkBack(second.Syntax, marks.Keys, node =>
        {
            isOnlyOne &= nearest is null;
            nearest = marks[node];
            return BodyGraph.Visit.EndPath;
        });
        return isOnlyOne ? nearest : null;
    }

    private static bool IsSameHolder(IMemberReferenceOperation first, IMemberReferenceOperation second) =>
        first.Instance is { } one && second.Instance is { } two && SymbolEqualityComparer.Default.Equals(VariableOf(one.Unwrap()), VariableOf(two.Unwrap()));

    private bool AreSame(RequestField first, RequestField second)
    {
        if (first.Part is { } one && second.Part is { } two)
        {
            return one.Pieces is [{ IsHole: true } a] && two.Pieces is [{ IsHole: true } b] && (a.Source.Syntax == b.Source.Syntax || IsSameVariable(a.Source.Operation, b.Source.Operation))
                || one.IsComplete && two.IsComplete && one.ToString() == two.ToString() && one.Pieces.Length > 0;
        }

        return first.Part is null && second.Part is null && IsSameVariable(first.Value.Operation, second.Value.Operation);
    }

    /// <summary>Both read one variable, through the same harmless calls (<c>Trim</c>), and nothing writes to it in between.</summary>
    private bool IsSameVariable(IOperation first, IOperation second)
    {
        first = first.Unwrap();
        second = second.Unwrap();
        if (first is ILiteralOperation { ConstantValue.Value: string text } && second is ILiteralOperation { ConstantValue.Value: string other })
            return text == other && text.Length >= 6;
        if (first is IInvocationOperation { TargetMethod.Name: "Trim" or "ToString" or "Normalize", Instance: { } inner } && second is IInvocationOperation { Instance: { } otherInner } call && call.TargetMethod.Name == ((IInvocationOperation)first).TargetMethod.Name)
            return IsSameVariable(inner, otherInner);
        if (VariableOf(first) is not { } variable || !SymbolEqualityComparer.Default.Equals(variable, VariableOf(second)) || !HasSameOwner(first, second))
            return false;
        // A getter with a body may give the next code each time.
        if (variable is IPropertySymbol { GetMethod: { } getter } property && (program.HasBody(getter) || property.IsAbstract || property.ContainingType.TypeKind == TypeKind.Interface || property.DeclaringSyntaxReferences.Length == 0))
            return false;
        var (from, to) = (Math.Min(first.Syntax.SpanStart, second.Syntax.SpanStart), Math.Max(first.Syntax.SpanStart, second.Syntax.SpanStart));
        return !program.ReferencesTo(variable).Any(r => r.Syntax.SyntaxTree == first.Syntax.SyntaxTree && r.Syntax.SpanStart > from && r.Syntax.SpanStart < to
            && (r.IsAssignmentTarget() || r.Parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None }));
    }

    private static bool HasSameOwner(IOperation first, IOperation second) => (first, second) switch
    {
        (IMemberReferenceOperation { Instance: { } one }, IMemberReferenceOperation { Instance: { } two }) =>
            one.Unwrap() is IInstanceReferenceOperation && two.Unwrap() is IInstanceReferenceOperation
            || VariableOf(one.Unwrap()) is { } owner && SymbolEqualityComparer.Default.Equals(owner, VariableOf(two.Unwrap())),
        _ => true,
    };

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
        _ => null,
    };

    private static IOperation ValueOf(RequestField field) =>
        (field.Part is { Pieces: [{ IsHole: true } hole] } ? hole.Source.Operation : field.Value.Operation).Unwrap();

    private static SyntaxNode PlaceOf(RequestField field) =>
        field.Part is { Pieces: [{ IsHole: true } hole] } && field.Value.Syntax.Span.Contains(hole.Source.Syntax.Span) ? hole.Source.Syntax : field.Value.Syntax;
}
