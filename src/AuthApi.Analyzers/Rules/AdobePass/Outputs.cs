using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass;

/// <summary>Values that a program only shows to its users or operators.</summary>
internal static class Outputs
{
    /// <summary>Whether the expression is an argument of a logging call, possibly inside a text or an array, or of an exception.</summary>
    public static bool IsShown(IOperation expression)
    {
        for (var current = expression; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IArgumentOperation { Parent: IInvocationOperation call } when IsLogging(call.TargetMethod):
                case IArgumentOperation { Parent: IObjectCreationOperation { Type: { } type } } when type.Name.EndsWith("Exception", StringComparison.Ordinal):
                    return true;
                case IArgumentOperation { Parent: IInvocationOperation call } when !IsText(call.TargetMethod):
                case IVariableInitializerOperation or IAssignmentOperation or IReturnOperation or IBlockOperation or IAnonymousFunctionOperation:
                    return false;
            }
        }

        return false;
    }

    private static bool IsText(IMethodSymbol method) =>
        method.ContainingType is { SpecialType: SpecialType.System_String } or { Name: "FormattableString" or "Convert" } || method.Name == "ToString";

    private static bool IsLogging(IMethodSymbol method) =>
        method.ContainingType.Name is "Console" or "Debug" or "Trace" or "LoggerExtensions" or "ILogger" or "Log" or "TraceSource" or "EventSource"
        || method.ContainingType.Name.EndsWith("Logger", StringComparison.Ordinal)
        || method.Name.StartsWith("Log", StringComparison.Ordinal) && method.Name is not "Login" and not "Logout" && (method.Name.Length == 3 || char.IsUpper(method.Name[3]));
}
