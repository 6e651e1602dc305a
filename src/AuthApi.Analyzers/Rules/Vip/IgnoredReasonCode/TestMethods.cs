using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;

/// <summary>Methods that a test framework runs: they deserialize samples and call fakes, and decide for themselves what to look at.</summary>
internal static class TestMethods
{
    public static bool Contains(ISymbol? symbol)
    {
        for (var current = symbol; current is IMethodSymbol or IPropertySymbol or IFieldSymbol; current = current.ContainingSymbol)
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (attribute.AttributeClass?.Name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestCaseSourceAttribute" or "TestMethodAttribute" or "DataTestMethodAttribute")
                    return true;
            }
        }

        return false;
    }
}
