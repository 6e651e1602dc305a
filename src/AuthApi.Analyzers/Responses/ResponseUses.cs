using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <summary>
/// Finds all that a program does with one response from where it is obtained: through variables, awaits, tasks, collections,
/// LINQ, lambdas, patterns and into the methods it is passed to. In no order: that is the caller's to ask of the graph.
/// </summary>
internal sealed partial class ResponseUses
{
    private const int MaxValues = 600;
    private const int MaxDepth = 5;

    private readonly VipModel vip;
    private readonly ProgramModel program;
    private readonly SymbolNames checks;
    private readonly ImmutableHashSet<ISymbol> callees;
    private readonly int depth;
    private readonly bool isDocument;
    private readonly List<ResponseUse> found = [];
    private readonly HashSet<(SyntaxNode, OperationKind)> values = [];
    private readonly HashSet<ISymbol> symbols = new(SymbolEqualityComparer.Default);

    private ResponseUses(VipModel vip, ProgramModel program, SymbolNames checks, ImmutableHashSet<ISymbol> callees, int depth, bool isDocument) =>
        (this.vip, this.program, this.checks, this.callees, this.depth, this.isDocument) = (vip, program, checks, callees, depth, isDocument);

    /// <summary>The uses of the value of an expression that holds a response (or a task or collection of such).</summary>
    /// <param name="value">The expression.</param>
    /// <param name="vip">What is a response.</param>
    /// <param name="program">The program.</param>
    /// <param name="checks">Methods of other assemblies that examine what they are given (option <c>reason_code_checks</c>).</param>
    public static IReadOnlyList<ResponseUse> Of(IOperation value, VipModel vip, ProgramModel program, SymbolNames checks)
    {
        var uses = Start(vip, program, checks);
        uses.Follow(value);
        return uses.found;
    }

    /// <summary>The uses of what a parameter or variable holds, wherever it gets it from.</summary>
    public static IReadOnlyList<ResponseUse> Of(ISymbol symbol, VipModel vip, ProgramModel program, SymbolNames checks)
    {
        var uses = Start(vip, program, checks);
        uses.FollowSymbol(symbol, null);
        return uses.found;
    }

    private static ResponseUses Start(VipModel vip, ProgramModel program, SymbolNames checks, bool isDocument = false) =>
        new(vip, program, checks, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), 0, isDocument);

    private void Add(UseKind kind, IOperation operation) => found.Add(new ResponseUse(kind, operation));

    /// <summary>What becomes of the value of one expression.</summary>
    private void Follow(IOperation value)
    {
        if (!values.Add((value.Syntax, value.Kind)))
            return;
        if (values.Count > MaxValues)
        {
            Add(UseKind.Escaped, value);
            return;
        }

        var (parent, child) = value.OuterParent();
        if (isDocument && FollowDocument(value, parent, child))
            return;
        switch (parent)
        {
            case null or IExpressionStatementOperation or INameOfOperation or IIsTypeOperation or IUsingOperation or IDiscardOperation or IBlockOperation:
                break;
            case IAwaitOperation or IWithOperation or IConversionOperation { OperatorMethod: not null }:
                Follow(parent);
                break;
            case ISwitchExpressionArmOperation { Parent: { } arms } arm when arm.Value == child:
                Follow(arms);
                break;
            case IConditionalOperation conditional when conditional.Condition != child:
            case ICoalesceOperation:
            case IConditionalAccessOperation access when access.WhenNotNull == child:
            case IArrayCreationOperation or { Kind: Operations.CollectionExpression }:
                Follow(parent);
                break;
            case IConditionalAccessOperation:
                foreach (var instance in ((IConditionalAccessOperation)parent).WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>())
                {
                    if (OwnerOf(instance) == parent)
                        Follow(instance);
                }

                break;
            case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                Follow(array);
                break;
            case IArrayElementReferenceOperation element when element.ArrayReference == child:
                if (!element.IsAssignmentTarget())
                    Follow(element);
                break;
            case IMemberReferenceOperation member when member.Instance == child:
                FollowMember(member, child);
                break;
            case IInvocationOperation invocation when invocation.Instance == child:
                FollowReceiver(invocation, child);
                break;
            case IArgumentOperation argument:
                FollowArgument(argument, value);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                FollowSymbol(declarator.Symbol, value);
                break;
            case IAssignmentOperation assignment when assignment.Value == child:
                FollowAssignment(assignment, value);
                break;
            case ITupleOperation tuple:
                FollowTuple(tuple, child);
                break;
            case IForEachLoopOperation loop when loop.Collection == child:
                foreach (var local in loop.Locals)
                    FollowSymbol(local, value);
                break;
            case IReturnOperation:
                FollowReturn(parent, value);
                break;
            case IIsPatternOperation match when match.Value == child:
                FollowPattern(match.Pattern);
                break;
            case ISwitchExpressionOperation expression when expression.Value == child:
                foreach (var alternative in expression.Arms)
                    FollowPattern(alternative.Pattern);
                break;
            case ISwitchOperation statement when statement.Value == child:
                foreach (var clause in statement.Cases.SelectMany(static c => c.Clauses).OfType<IPatternCaseClauseOperation>())
                    FollowPattern(clause.Pattern);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when comparison.LeftOperand.IsNull() || comparison.RightOperand.IsNull():
                break;
            case IInterpolationOperation or IBinaryOperation when Conventions.IsLogged(parent):
                break;
            default:
                Add(UseKind.Escaped, value);
                break;
        }
    }

    private static IOperation? OwnerOf(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation? current = instance; current?.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == current)
                return access;
        }

        return null;
    }

    private void FollowAssignment(IAssignmentOperation assignment, IOperation value)
    {
        switch (assignment.Target)
        {
            case IDiscardOperation:
                break;
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                FollowSymbol(local, value);
                break;
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }:
                FollowSymbol(parameter, value);
                break;
            // What only this program can see is followed; a public member is "stored for later".
            case IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal } field }
                when field.DeclaringSyntaxReferences.Length > 0:
                FollowSymbol(field, value);
                break;
            case IPropertyReferenceOperation { Property: { DeclaredAccessibility: Accessibility.Private, IsIndexer: false } property }:
                FollowSymbol(property, value);
                break;
            case IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array }:
                FollowSymbol(array.Local, value);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: ILocalReferenceOperation collection } when Conventions.IsCollection(collection.Type):
                FollowSymbol(collection.Local, value);
                break;
            default:
                Add(UseKind.Escaped, value);
                break;
        }

        if (assignment.Parent is not IExpressionStatementOperation)
            Follow(assignment);
    }

    private void FollowSymbol(ISymbol symbol, IOperation? stored)
    {
        if (!symbols.Add(symbol))
            return;
        foreach (var reference in program.ReferencesTo(symbol))
        {
            if (!reference.IsAssignmentTarget())
                Follow(reference);
            else if (reference.Parent is not ICoalesceAssignmentOperation && (stored is null || reference.Parent?.Syntax.Span.Contains(stored.Syntax.Span) != true))
                Add(UseKind.Overwritten, reference);
        }
    }

    private void FollowTuple(ITupleOperation tuple, IOperation child)
    {
        var index = tuple.Elements.IndexOf(child);
        if (tuple.OuterParent().Parent is IDeconstructionAssignmentOperation assignment && index >= 0)
        {
            var target = assignment.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : assignment.Target;
            switch (target is ITupleOperation targets && index < targets.Elements.Length ? targets.Elements[index] : null)
            {
                case ILocalReferenceOperation local:
                    FollowSymbol(local.Local, child);
                    return;
                case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local }:
                    FollowSymbol(local.Local, child);
                    return;
                case IDiscardOperation:
                    return;
            }
        }

        Add(UseKind.Escaped, child);
    }

    private void FollowReturn(IOperation statement, IOperation value)
    {
        IOperation? body = statement.Parent;
        while (body is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            body = body.Parent;
        if (body is IAnonymousFunctionOperation lambda && statement.Kind != OperationKind.YieldReturn)
        {
            // () => client.ValidateAsync(request) where only a Task is wanted: the answer is dropped.
            if (!IsBareTask(lambda.Symbol.ReturnType))
                FollowDelegate(lambda, value);
            return;
        }

        var method = (body as ILocalFunctionOperation)?.Symbol ?? program.ModelFor(statement.Syntax.SyntaxTree).GetEnclosingSymbol(statement.Syntax.SpanStart) as IMethodSymbol;
        if (!IsBareTask(method?.ReturnType))
            Add(UseKind.Returned, value);
    }

    private static bool IsBareTask(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 0 };

    private void FollowPattern(IPatternOperation pattern)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                FollowPattern(negated.Pattern);
                break;
            case IBinaryPatternOperation binary:
                FollowPattern(binary.LeftPattern);
                FollowPattern(binary.RightPattern);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                FollowSymbol(declared, pattern);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } named)
                    FollowSymbol(named, pattern);
                if (!recursive.DeconstructionSubpatterns.IsEmpty)
                    Add(UseKind.Escaped, pattern);
                foreach (var sub in recursive.PropertySubpatterns)
                    FollowSubpattern(sub);
                break;
            case IConstantPatternOperation or IDiscardPatternOperation or ITypePatternOperation or IDeclarationPatternOperation:
                break;
            default:
                Add(UseKind.Escaped, pattern);
                break;
        }
    }

    private void FollowSubpattern(IPropertySubpatternOperation sub)
    {
        if (sub.Member is not IMemberReferenceOperation member)
            Add(UseKind.Escaped, sub);
        else if (vip.ReadAt(sub) is not null)
            Add(UseKind.Examined, sub);
        else if (Holds(member.Type))
            FollowPattern(sub.Pattern);
        else
            FollowOther(member, member.Instance?.Type ?? member.Member.ContainingType, sub);
    }

    /// <summary>Whether values of the type are, or lead to, a response or status.</summary>
    private bool Holds(ITypeSymbol? type)
    {
        for (var level = 0; level < 5 && type is not null; level++)
        {
            if (isDocument && DocumentKeys.IsNode(type))
                return true;
            if (vip.ResponseOf(type) is not null || vip.StatusOf(type) is not null)
                return true;
            type = VipModel.ElementOf(type);
        }

        return false;
    }
}
