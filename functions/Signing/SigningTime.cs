using System.Globalization;

namespace Sluice.Signing;

/// <summary>When a request is signed: ISO 8601's basic format.</summary>
public static class SigningTime
{
    /// <summary>The form, to the second.</summary>
    public const string Format = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>As <c>X-Amz-Date</c> and the string to sign have it.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
