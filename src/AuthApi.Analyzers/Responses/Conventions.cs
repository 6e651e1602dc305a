using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <summary>What methods of libraries do with a value, as far as their names and types tell.</summary>
internal static class Conventions
{
    /// <summary>Whether the operation stands in an argument of a logging call (not of the console: that is for people to read and act on).</summary>
    public static bool IsLogged(IOperation operation)
    {
        for (var current = operation; current is not null and not (IBlockOperation or IAnonymousFunctionOperation); current = current.Parent)
        {
            if (current is IInvocationOperation invocation && IsLogging(invocation.TargetMethod, invocation.Receiver()?.Unwrap().Type))
                return true;
        }

        return false;
    }

    /// <summary>Whether the method only throws or asserts when it gets null.</summary>
    public static bool IsNullGuard(IMethodSymbol method) =>
        method.Name is "ThrowIfNull" or "NotNull" or "IsNotNull" or "KeepAlive" or "Assert" or "ThrowIfNullOrEmpty" && method.Parameters.Length > 0
        && (method.Name != "Assert" || method.ContainingType.Name is "Debug" or "Trace");

    /// <summary>Whether the method gives back, or hands to its lambdas, the elements or results of what it is called on: LINQ, tasks, collections.</summary>
    public static bool KeepsElements(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return type.ContainingNamespace?.ToDisplayString() is "System.Linq" or "System.Threading.Tasks" or "System.Runtime.CompilerServices" or "System.Collections.Generic"
                or "System.Collections.Immutable" or "System.Collections.Concurrent" or "System.Xml.Linq" or "Polly"
            || type.Name is "TaskExtensions" or "TaskAsyncEnumerableExtensions" or "AsyncEnumerable" or "Parallel" or "Array" or "Lazy" or "Nullable" or "MemoryExtensions"
            || type.SpecialType == SpecialType.System_Array || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
    }

    public static bool IsCollectionAdd(IMethodSymbol method) =>
        method.Name is "Add" or "TryAdd" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "Insert" or "AddRange" && IsCollection(method.ContainingType);

    public static bool IsCollection(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections.Immutable";

    /// <summary>Members of the envelopes of HTTP libraries that tell about the transport only.</summary>
    public static bool IsTransport(string member) => member is "IsSuccessStatusCode" or "IsSuccessful" or "IsSuccessfulStatusCode" or "StatusCode" or "ResponseStatus" or "ErrorException"
        or "ErrorMessage" or "Error" or "Headers" or "ReasonPhrase" or "ContentType" or "HttpStatus" or "Cookies" or "Cancelled" or "UserState" or "Count" or "Length";

    /// <summary>A getter that returns a field of its own, as old generators write properties.</summary>
    public static bool IsFieldBacked(IMethodSymbol getter)
    {
        foreach (var declaration in getter.DeclaringSyntaxReferences)
        {
            var value = declaration.GetSyntax() switch
            {
                ArrowExpressionClauseSyntax arrow => arrow.Expression,
                AccessorDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
                AccessorDeclarationSyntax { Body: { Statements: { Count: 1 } statements } } => (statements[0] as ReturnStatementSyntax)?.Expression,
                _ => null,
            };
            if (value is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
                return true;
        }

        return false;
    }

    private static bool IsLogging(IMethodSymbol method, ITypeSymbol? receiver)
    {
        var type = method.ContainingType.Name;
        return type is "Debug" or "Trace" or "Activity" && method.Name is not "Assert"
            || (Names(type) || receiver is not null && Names(receiver.Name)) && method.Name is not ("LogIn" or "LogOn" or "Login" or "Logon");

        static bool Names(string name) =>
            name is "ILogger" or "ILog" or "Log" or "Logger" or "LoggerExtensions" or "ILoggerAdapter" || name.EndsWith("Logger", StringComparison.Ordinal) || name.EndsWith("Log", StringComparison.Ordinal);
    }
}
