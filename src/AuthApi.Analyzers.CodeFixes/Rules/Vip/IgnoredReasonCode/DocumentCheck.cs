using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;

/// <summary>The check of an answer that is read as a JSON or XML document: its code is looked up and compared.</summary>
internal static class DocumentCheck
{
    /// <summary>The statements, for a document of this name; null where the place of the code in it is not known.</summary>
    /// <param name="name">The document.</param>
    /// <param name="type">Its type.</param>
    /// <param name="around">The member in which it is read.</param>
    /// <param name="code">A name for the local that gets the code.</param>
    public static IReadOnlyList<string>? For(string name, ITypeSymbol type, SyntaxNode around, string code)
    {
        if (Read(name, type, Answer(around)) is not { } read)
            return null;
        return
        [
            $"var {code} = {read};",
            $"if ({code} != \"0000\")\n{{\nthrow new global::System.InvalidOperationException($\"VIP answered {{{code}}}\");\n}}",
        ];
    }

    private static string? Read(string name, ITypeSymbol type, string? answer)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            switch (current.Name)
            {
                case "JToken":
                    return $"{name}.SelectToken(\"{(answer is null ? "$..ReasonCode" : answer + ".Status.ReasonCode")}\")?.ToString()";
                case "XDocument" or "XElement":
                    return $"{name}.Descendants().FirstOrDefault(e => e.Name.LocalName == \"ReasonCode\")?.Value";
                case "JsonDocument" when answer is not null:
                    return $"{name}.RootElement.GetProperty(\"{answer}\").GetProperty(\"Status\").GetProperty(\"ReasonCode\").GetString()";
                case "JsonElement" when answer is not null:
                    return $"{name}.GetProperty(\"{answer}\").GetProperty(\"Status\").GetProperty(\"ReasonCode\").GetString()";
                case "JsonNode" when answer is not null:
                    return $"{name}?[\"{answer}\"]?[\"Status\"]?[\"ReasonCode\"]?.ToString()";
            }
        }

        return null;
    }

    /// <summary>The key of the answer that other reads around name: <c>ValidateResponse</c>.</summary>
    private static string? Answer(SyntaxNode around) => around.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(static l => l.IsKind(SyntaxKind.StringLiteralExpression))
        .SelectMany(static l => l.Token.ValueText.Split('.', '/')).FirstOrDefault(WireNames.IsResponse);
}
