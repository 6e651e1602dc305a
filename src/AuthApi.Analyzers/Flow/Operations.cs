using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>Small questions about operations that everybody asks.</summary>
internal static class Operations
{
    /// <summary>The operation without built-in conversions, delegate creations and parentheses around it.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IDelegateCreationOperation creation: operation = creation.Target; break;
                default: return operation;
            }
        }
    }

    /// <summary>The nearest parent that is not a built-in conversion, a delegate creation or a parenthesis, with the child through which it is reached.</summary>
    public static (IOperation? Parent, IOperation Child) OuterParent(this IOperation operation)
    {
        var child = operation;
        var parent = operation.Parent;
        while (parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IDelegateCreationOperation)
        {
            child = parent;
            parent = parent.Parent;
        }

        return (parent, child);
    }

    /// <summary>The body that executes the operation: method, constructor, accessor, lambda, local function, initializer.</summary>
    public static SyntaxNode? ExecutableBody(this SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                case PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null }:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                case CompilationUnitSyntax:
                    return current;
                case TypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The member that contains the node, lambdas and local functions included in it; the compilation unit for top-level statements.</summary>
    public static SyntaxNode? ContainingMember(this SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (current is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax and not GlobalStatementSyntax
                or TypeDeclarationSyntax or CompilationUnitSyntax)
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Whether the operation, or something in it, did not compile.</summary>
    public static bool IsBroken(this IOperation operation)
    {
        if (operation.Kind is OperationKind.Invalid)
            return true;
        foreach (var child in operation.ChildOperations)
        {
            if (child.IsBroken())
                return true;
        }

        return false;
    }

    /// <summary>
    /// <c>OperationKind.CollectionExpression</c>, which the oldest compiler has no name for: <c>[a, b]</c>, and the span that
    /// newer languages make of the arguments of a <c>params</c> parameter.
    /// </summary>
    public const OperationKind CollectionExpression = (OperationKind)127;

    /// <summary>The elements of an array or collection that is written out in place; null for anything else.</summary>
    public static IEnumerable<IOperation>? ElementsInPlace(this IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        { Kind: CollectionExpression } => value.ChildOperations,
        _ => null,
    };

    /// <summary><c>..rest</c> in a collection expression (<c>OperationKind.Spread</c>): elements that are not written there.</summary>
    public static bool IsSpread(this IOperation operation) => operation.Kind == (OperationKind)128;

    public static bool IsNull(this IOperation operation) =>
        operation.Unwrap() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation { Type.IsReferenceType: true };

    public static string? ConstantText(this IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The value passed for the parameter of that name, null when there is none.</summary>
    public static IOperation? Argument(this IInvocationOperation invocation, string parameterName)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.Name == parameterName)
                return argument.Value;
        }

        return null;
    }

    /// <summary>The receiver in the eye of the reader: the instance, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation invocation) =>
        invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod ? invocation.Arguments.FirstOrDefault()?.Value : null);

    /// <summary>All operations below this one, itself included, without entering lambdas and local functions.</summary>
    public static IEnumerable<IOperation> OwnDescendants(this IOperation operation)
    {
        yield return operation;
        foreach (var child in operation.ChildOperations)
        {
            if (child is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            foreach (var descendant in child.OwnDescendants())
                yield return descendant;
        }
    }

    /// <summary>Whether the expression is written to: the left side of an assignment, an out argument, a deconstruction target.</summary>
    public static bool IsAssignmentTarget(this IOperation reference) => reference.AssignedValue() is not null || reference.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
        ITupleOperation tuple => tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple,
        _ => false,
    };

    /// <summary>The value that an assignment gives to this reference; null when the reference is no plain assignment target.</summary>
    public static IOperation? AssignedValue(this IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => assignment.Value,
        ICoalesceAssignmentOperation assignment when assignment.Target == reference => assignment.Value,
        ICompoundAssignmentOperation assignment when assignment.Target == reference => assignment,
        _ => null,
    };
}
