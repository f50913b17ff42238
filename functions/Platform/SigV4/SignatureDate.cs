using System.Globalization;
using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>When a request was signed: ISO 8601's basic format, or the form of the <c>Date</c> header.</summary>
internal static class SignatureDate
{
    /// <exception cref="ApiException">It is neither.</exception>
    public static DateTimeOffset Read(string text) =>
        TryParse(text, SigningTime.Format, out var moment) || TryParse(text, "r", out moment)
            ? moment
            : throw new ApiException(CommonErrors.IncompleteSignature, $"Date must be in ISO-8601 'basic format'. Got '{text}'. See http://en.wikipedia.org/wiki/ISO_8601");

    private static bool TryParse(string text, string format, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}
