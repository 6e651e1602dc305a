using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.MisreadStatus;

/// <summary>A condition on the status code of a response.</summary>
/// <param name="Response">The response.</param>
/// <param name="Whole">The condition: comparison, pattern, subpattern, case.</param>
/// <param name="Constant">The status code that it names.</param>
/// <param name="Others">All status codes that the same condition or switch names.</param>
/// <param name="IsDirect">Whether <paramref name="Whole"/> compares the response's own property and nothing else.</param>
internal sealed record StatusTest(IOperation Response, IOperation Whole, IOperation Constant, IReadOnlyList<int> Others, bool IsDirect)
{
    private const int Ok = 200;

    /// <summary>The conditions for 200 that read this <c>StatusCode</c>, directly or through a local.</summary>
    public static IEnumerable<StatusTest> Of(IPropertyReferenceOperation status, ProgramModel program)
    {
        if (status.Parent is IPropertySubpatternOperation subpattern)
        {
            if (Matched(subpattern) is { } response && Constants(subpattern.Pattern).ToList() is var named && named.Find(static c => Value(c) == Ok) is { } ok)
                yield return new(response, subpattern, ok, named.ConvertAll(Value), subpattern.Pattern is IConstantPatternOperation);
            yield break;
        }

        if (status.Instance is not { } instance)
            yield break;
        foreach (var test in In(status, instance, isDirect: true))
            yield return test;
        if (status.OuterParent().Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            yield break;
        foreach (var reference in program.ReferencesTo(local))
        {
            foreach (var test in In(reference, instance, isDirect: false))
                yield return test;
        }
    }

    private static IEnumerable<StatusTest> In(IOperation status, IOperation response, bool isDirect)
    {
        var (parent, child) = status.OuterParent();
        switch (parent)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                var other = (comparison.LeftOperand == child ? comparison.RightOperand : comparison.LeftOperand).Unwrap();
                if (Value(other) == Ok)
                    yield return new(response, comparison, other, [Ok], isDirect);
                break;
            case IInvocationOperation { TargetMethod.Name: "Equals", Arguments: [{ Value: var argument }] } equals when Value(argument.Unwrap()) == Ok:
                yield return new(response, equals, argument.Unwrap(), [Ok], isDirect);
                break;
            case IIsPatternOperation match:
                var constants = Constants(match.Pattern).ToList();
                if (constants.Find(static c => Value(c) == Ok) is { } ok)
                    yield return new(response, match, ok, constants.ConvertAll(Value), isDirect && match.Pattern is IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation });
                break;
            case ISwitchOperation @switch:
                var cases = @switch.Cases.SelectMany(static c => c.Clauses).SelectMany(static c => c switch
                {
                    ISingleValueCaseClauseOperation single => [single.Value.Unwrap()],
                    IPatternCaseClauseOperation pattern => Constants(pattern.Pattern),
                    _ => Enumerable.Empty<IOperation>(),
                }).ToList();
                if (cases.Find(static c => Value(c) == Ok) is { } okCase)
                    yield return new(response, okCase, okCase, cases.ConvertAll(Value), false);
                break;
            case ISwitchExpressionOperation expression:
                var arms = expression.Arms.SelectMany(static a => Constants(a.Pattern)).ToList();
                if (arms.Find(static c => Value(c) == Ok) is { } okArm)
                    yield return new(response, okArm, okArm, arms.ConvertAll(Value), false);
                break;
        }
    }

    private static IEnumerable<IOperation> Constants(IPatternOperation pattern) =>
        pattern.DescendantsAndSelf().OfType<IConstantPatternOperation>().Select(static c => c.Value.Unwrap());

    private static IOperation? Matched(IPropertySubpatternOperation subpattern) => subpattern.Parent?.Parent switch
    {
        IIsPatternOperation match => match.Value,
        INegatedPatternOperation { Parent: IIsPatternOperation match } => match.Value,
        _ => null,
    };

    private static int Value(IOperation constant) => constant.ConstantValue is { HasValue: true, Value: int value } ? value : 0;
}
