using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint;

/// <summary>
/// A base address and a relative one that name an endpoint together, but not as RFC 3986 joins them: <c>/checkauthn</c> replaces the whole
/// path of <c>…/api/v1/</c>, and <c>checkauthn</c> replaces the last segment of <c>…/api/v1</c>.
/// </summary>
internal static class LostSegments
{
    /// <summary>Reports it; false when the address is wrong for another reason.</summary>
    public static bool Report(AdobePassCall call, AdobePassReport report)
    {
        if (call.Request.UrlSource is not { } source)
            return false;
        foreach (var relative in report.Program.TextsOf(source))
        {
            var relativeText = relative.ToString();
            foreach (var address in call.Request.BaseAddresses)
            {
                var addressText = address.ToString();
                if (relativeText.Length == 0 || UriTexts.Join(address, relative).ToString() != call.Url.Text
                    || Endpoints.Match(addressText.TrimEnd('/') + "/" + relativeText.TrimStart('/')).Count == 0)
                    continue;
                Report(call, report, address, relative);
                return true;
            }
        }

        return false;
    }

    private static void Report(AdobePassCall call, AdobePassReport report, TextValue address, TextValue relative)
    {
        var (addressText, relativeText) = (address.ToString(), relative.ToString());
        var isRooted = relativeText[0] == '/';
        var hasSlash = addressText[addressText.Length - 1] == '/';
        var remedy = (isRooted, hasSlash) switch
        {
            (true, true) => "write it without the leading '/'",
            (true, false) => "write it without the leading '/', and the base address with one at its end",
            _ => "end the base address with '/'",
        };
        var fix = (SourceEdits?)new SourceEdits("Correct the slashes");
        if (isRooted)
            fix = fix.At(report.Program.PlaceOf(relative, 0, 1), "");
        if (!hasSlash)
            fix = fix.At(report.Program.PlaceOf(address, addressText.Length, 0), "/");
        // The literal without its query and holes; the fix needs only its first character.
        var known = relativeText.IndexOfAny(['?', TextValue.Hole]) is >= 0 and var end ? end : relativeText.Length;
        report.At(
            Descriptors.WrongEndpoint, call.Place(report.Program, relative, 0, Math.Max(known, 1)) ?? call.UrlPlace(), fix,
            relativeText.Replace(TextValue.Hole, '…'),
            $"joined with the base address '{addressText.Replace(TextValue.Hole, '…')}' is '{call.Url.Text.Replace(TextValue.Hole, '…')}', which Adobe Pass answers 404",
            remedy);
    }
}
