using System.Text.RegularExpressions;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Requests;

/// <content>SOAP messages and JSON written out as text.</content>
internal sealed partial class VipRequests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    /// <summary><c>&lt;v:OTP&gt;…&lt;</c>, <c>"OTP": "…"</c>.</summary>
    private static readonly Regex Members = new(
        """<(?:[\w.-]+:)?(?<name>[A-Za-z]\w*)(?:\s[^<>]*)?>(?<value>[^<>]*)</|"(?<name>\w+)"\s*:\s*(?:"(?<value>[^"]*)"|(?<value>[\uFFFC0-9]+))""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);

    /// <summary><c>Version="…"</c>, <c>type='SMS'</c>, also of an element that has a value.</summary>
    private static readonly Regex Attributes = new(
        """(?<=<[^<>]*\s)(?<name>Version|Id|type)\s*=\s*(?<quote>["'])(?<value>[^"'<>]*)\k<quote>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);

    private static readonly Regex Elements = new("""<(?:[\w.-]+:)?(?<name>[A-Za-z]\w*)[\s>/]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);

    private static readonly Regex JsonRoot = new("""^\s*\{\s*"(?<name>\w+Request)"\s*:""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);

    private VipRequest? RawText(IOperation text)
    {
        try
        {
            foreach (var value in program.TextsOf(new Site(text, null)))
            {
                if (Message(text, value) is { } request)
                    return request;
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A text that costs too much is no message that anybody wrote by hand.
        }

        return null;
    }

    /// <summary>The operation whose message the text is, for the callers that it is asked about; null when it is none, or not the same one in all alternatives.</summary>
    public Operation? OperationOfText(Site text)
    {
        try
        {
            var operations = program.TextsOf(text).Select(value => Message(text.Operation, value)?.Operation).Distinct().ToList();
            return operations is [var only] ? only : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The outermost text only, and only one that can be a message.</summary>
    private static bool MayBeMessage(IOperation text) =>
        (text is not IInvocationOperation call || IsFormat(call)) && text.Type?.SpecialType == SpecialType.System_String && text.Syntax.Span.Length >= 30
        && text.OuterParent().Parent is not (IBinaryOperation { Type.SpecialType: SpecialType.System_String } or IInterpolationOperation or IInterpolatedStringTextOperation or IInterpolatedStringOperation)
        && !(text.Parent is IArgumentOperation { Parent: IInvocationOperation format } && IsFormat(format))
        && MayBeMessage(text.Syntax.ToString());

    private static bool IsFormat(IInvocationOperation call) => call.TargetMethod is { Name: "Format", ContainingType.SpecialType: SpecialType.System_String };

    private static bool MayBeMessage(string source) =>
        source.Contains("vipservice") || source.Contains("vipuserservices") || source.Contains("TokenId") || source.Contains("ACProfile") || source.Contains("requestId")
        || source.Contains("Request") && source.Contains("Version");

    private static VipRequest? Message(IOperation source, TextValue value)
    {
        var text = value.ToString();
        if (XmlNamespaces.All.FirstOrDefault(text.Contains) is { } xmlNamespace && XmlNamespaces.FamilyOf(xmlNamespace) is { } family)
        {
            var operation = Elements.Matches(text).Cast<Match>().Select(m => RequestNames.OperationOf(m.Groups["name"].Value, family)).FirstOrDefault(static o => o is not null);
            return operation is null ? null : new(source, family, operation, null, FieldsOf(source, value, text, static n => n));
        }

        return JsonRoot.Match(text) is { Success: true } root && RequestNames.OperationOf(root.Groups["name"].Value, VipFamily.CredentialRest) is { } rest
            ? new(source, VipFamily.CredentialRest, rest, null, FieldsOf(source, value, text, RequestNames.CredentialMember))
            : null;
    }

    private static List<RequestField> FieldsOf(IOperation source, TextValue value, string text, Func<string, string?> nameOf)
    {
        var fields = new List<RequestField>();
        foreach (var match in Members.Matches(text).Cast<Match>().Concat(Attributes.Matches(text).Cast<Match>()))
        {
            var part = match.Groups["value"];
            if (nameOf(match.Groups["name"].Value) is { } name)
                fields.Add(new(name, new Site(source, null), Part: value.Slice(part.Index, part.Length)));
        }

        return fields;
    }
}
