using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.PushNotApproved;

/// <summary>A condition on the outer status of a push response, where the program has nothing else to decide by.</summary>
/// <param name="Place">The read of the status, or the call that judges the response by it.</param>
/// <param name="IsPoll">Of <c>pollPushStatus</c>; of <c>authenticateUserWithPush</c> otherwise.</param>
internal sealed record PushStatus(SyntaxNode Place, bool IsPoll)
{
    private const int MaxLocals = 3;

    public static PushStatus? Of(IOperation operation, ProgramModel program, VipModel vip)
    {
        if (ResponseRead(operation, program, vip) is not var (holder, isPoll))
            return null;
        var member = operation.Syntax.ContainingMember();
        if (member is null || Conditions(operation, program, 0).FirstOrDefault(static c => MayBeSuccessTest(c)) is not { } condition)
            return null;
        return (isPoll ? IsJudgedOtherwise(holder, operation, program) : !IsTestOfSuccess(condition, program) || Knows(member, ReasonCodes.PushSent, program))
            ? null
            : new(operation.Syntax, isPoll);
    }

    /// <summary>The response whose status the operation reads, or that it hands to a helper which judges it by its status.</summary>
    private static (IOperation? Holder, bool IsPoll)? ResponseRead(IOperation operation, ProgramModel program, VipModel vip)
    {
        switch (operation)
        {
            case IMemberReferenceOperation { Instance: { Type: { } type } instance } member when WireNames.Of(member.Member) == "status" && IsPush(type) is { } isPoll && vip.ResponseOf(type)?.Family == VipFamily.UserServices:
                return (instance.Unwrap(), isPoll);
            case IPropertySubpatternOperation { Member: IMemberReferenceOperation { Instance.Type: { } type, Member: var matched } } when WireNames.Of(matched) == "status" && IsPush(type) is { } isPoll && vip.ResponseOf(type)?.Family == VipFamily.UserServices:
                return (null, isPoll);
            // IsSuccess(response): a helper for all responses cannot know of the inner status.
            case IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean, TargetMethod: { DeclaringSyntaxReferences.Length: > 0 } method } call:
                var passed = call.Arguments.FirstOrDefault(a => a.Value.Unwrap().Type is { } type && IsPush(type) is not null && vip.ResponseOf(type)?.Family == VipFamily.UserServices);
                return passed is { Parameter.Type: { } formal } && IsPush(formal) is null && JudgesByStatus(method, program)
                    ? (passed.Value.Unwrap(), IsPush(passed.Value.Unwrap().Type!) == true)
                    : null;
            // <PollPushStatusResponse><status>: the first one, which is not in a transactionStatus.
            case IInvocationOperation or IPropertyReferenceOperation when DocumentKeys.LastOf(operation, program) == "status" && vip.ReadAt(operation) is not null
                && DocumentKeys.ChainOf(operation, program) is var chain && chain.Contains("PollPushStatusResponse") && !chain.Contains("transactionStatus"):
                return DocumentIsJudgedOtherwise(operation, program) ? null : (null, true);
            default:
                return null;
        }
    }

    /// <summary>Whether the type that reads the document knows of the transactions, in whatever way.</summary>
    private static bool DocumentIsJudgedOtherwise(IOperation read, ProgramModel program) =>
        read.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
        || type.DescendantTokens().Any(static t => t.ValueText.IndexOf("transactionStatus", StringComparison.OrdinalIgnoreCase) >= 0)
        || Knows(type, ReasonCodes.PushApproved, program);

    /// <summary>True for the answer to a poll, false for the answer to the start of a push, null for other types.</summary>
    private static bool? IsPush(ITypeSymbol type) =>
        type.Name.StartsWith("PollPushStatusResponse", StringComparison.OrdinalIgnoreCase) ? true
        : type.Name.StartsWith("AuthenticateUserWithPushResponse", StringComparison.OrdinalIgnoreCase) ? false
        : null;

    private static bool JudgesByStatus(IMethodSymbol method, ProgramModel program)
    {
        var bodies = program.ImplementationsOf(method).SelectMany(program.BodiesOf).ToList();
        // Code(response) == "0000"
        bodies.AddRange(bodies.SelectMany(static b => b.Descendants()).OfType<IInvocationOperation>()
            .SelectMany(call => program.ImplementationsOf(call.TargetMethod)).Take(ProgramModel.MaxPlaces).SelectMany(program.BodiesOf).ToList());
        return bodies.Count > 0 && bodies.SelectMany(static b => b.Descendants()).Any(static o => o is IMemberReferenceOperation { Member.Name: "status" or "Status" })
            && !bodies.Exists(static b => MentionsTransactions(b.Syntax));
    }

    /// <summary>The boolean expressions that the value ends up in, through calls that convert it and locals that hold it.</summary>
    private static IEnumerable<IOperation> Conditions(IOperation operation, ProgramModel program, int locals)
    {
        var current = operation;
        while (current is not null)
        {
            if (current.Type?.SpecialType == SpecialType.System_Boolean || current is IPatternOperation or IPropertySubpatternOperation)
            {
                yield return current;
                yield break;
            }

            switch (current.Parent)
            {
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when locals < MaxLocals:
                    foreach (var use in program.ReferencesTo(declarator.Symbol).SelectMany(r => Conditions(r, program, locals + 1)))
                        yield return use;
                    yield break;
                case ISwitchExpressionOperation @switch when @switch.Value == current:
                    yield return @switch;
                    yield break;
                case ISwitchOperation @switch when @switch.Value == current:
                    yield return @switch;
                    yield break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ReturnsVoid: true } }:
                case IInterpolationOperation or IInterpolatedStringAppendOperation or IObjectOrCollectionInitializerOperation or IReturnOperation or IThrowOperation:
                case null or IExpressionStatementOperation or IBlockOperation:
                    yield break;
            }

            current = current.Parent;
        }
    }

    /// <summary>Not a test for one particular failure: every code that the condition names is the success.</summary>
    private static bool MayBeSuccessTest(IOperation condition) =>
        condition is ISwitchOperation or ISwitchExpressionOperation
        || Codes(condition).All(static c => c == ReasonCodes.Success);

    /// <summary>The digits, the two bytes or the number; for a helper that judges all responses, in its bodies.</summary>
    private static bool IsTestOfSuccess(IOperation condition, ProgramModel program)
    {
        if (condition is ISwitchOperation or ISwitchExpressionOperation)
            return false;
        if (condition is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.Length: > 0 } helper })
        {
            var bodies = program.ImplementationsOf(helper).SelectMany(program.BodiesOf).ToList();
            return bodies.Exists(b => TestsSuccess(b, program)) && !bodies.Exists(b => Knows(b.Syntax, ReasonCodes.PushSent, program));
        }

        return TestsSuccess(condition, program);
    }

    private static bool TestsSuccess(IOperation condition, ProgramModel program) =>
        Codes(condition).Any(static c => c == ReasonCodes.Success)
        || condition.DescendantsAndSelf().Any(o => o switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand: var right } => right.Unwrap().ConstantValue.Value is 0,
            IInvocationOperation { TargetMethod.Name: "SequenceEqual", Arguments: [.., var other] } =>
                program.Origins(new Site(other.Value, null), out _) is [var bytes] && IsZeros(bytes.Operation),
            _ => false,
        });

    /// <summary><c>new byte[] { 0, 0 }</c>, <c>new byte[2]</c></summary>
    private static bool IsZeros(IOperation bytes) => bytes.ElementsInPlace() is { } elements
        ? elements.All(static e => e.Unwrap().ConstantValue.Value is 0 or (byte)0)
        : bytes is IArrayCreationOperation { Initializer: null, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } };

    private static IEnumerable<string> Codes(IOperation condition) =>
        condition.DescendantsAndSelf().Select(static o => o.ConstantText()).OfType<string>().Where(ReasonCodes.HasCodeForm);

    /// <summary>Whether the member, or somebody who gets the response from it, looks at the transactions.</summary>
    private static bool IsJudgedOtherwise(IOperation? holder, IOperation read, ProgramModel program)
    {
        var member = read.Syntax.ContainingMember()!;
        if (MentionsTransactions(member) || Knows(member, ReasonCodes.PushApproved, program))
            return true;
        ISymbol? variable = holder switch { ILocalReferenceOperation local => local.Local, IParameterReferenceOperation parameter => parameter.Parameter, _ => null };
        if (variable is null)
            return holder is IMemberReferenceOperation;
        // The caller still has what it passed.
        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol method } && program.CallsOf(method).Any(c => c.Syntax.ContainingMember() is { } caller && MentionsTransactions(caller)))
            return true;
        return program.ReferencesTo(variable).Any(r => Escapes(r, program));
    }

    private static bool Escapes(IOperation reference, ProgramModel program) => reference.OuterParent().Parent switch
    {
        IReturnOperation or IObjectOrCollectionInitializerOperation or ITupleOperation or IAnonymousFunctionOperation => true,
        ISimpleAssignmentOperation assignment => assignment.Value.Unwrap() == reference,
        IVariableInitializerOperation => true,
        IArgumentOperation { Parent: IInvocationOperation call } => program.ImplementationsOf(call.TargetMethod) is { Count: > 0 } targets
            ? targets.SelectMany(program.BodiesOf).Any(static b => MentionsTransactions(b.Syntax)) || !targets.Any(static t => t.ReturnType.SpecialType is SpecialType.System_Boolean or SpecialType.System_Void)
            : !IsLogging(call.TargetMethod),
        IArgumentOperation => true,
        _ => false,
    };

    private static bool IsLogging(IMethodSymbol method) =>
        method.Name.StartsWith("Log", StringComparison.Ordinal) || method.Name.StartsWith("Write", StringComparison.Ordinal) || method.ContainingType.Name is "Debug" or "Trace" or "Console";

    private static bool MentionsTransactions(SyntaxNode node) => node.DescendantTokens().Any(static t =>
        t.ValueText.IndexOf("transactionStatus", StringComparison.OrdinalIgnoreCase) >= 0 || t.ValueText.IndexOf("PushTransaction", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether the member names that code, itself or by a constant.</summary>
    private static bool Knows(SyntaxNode member, string code, ProgramModel program) =>
        member.DescendantNodesAndSelf().Where(static n => n is ExpressionSyntax).Any(n =>
            program.ModelFor(n.SyntaxTree).GetConstantValue(n) is { HasValue: true, Value: var value }
            && (value as string == code || value is int number && number == Convert.ToInt32(code, 16)));
}
