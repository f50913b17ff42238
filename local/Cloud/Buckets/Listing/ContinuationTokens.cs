using System.Buffers.Text;
using System.Text;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Listing;

/// <summary>Where a page ended, as clients hand it back.</summary>
internal static class ContinuationTokens
{
    private const string Mark = "1:";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(string last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + last));

    /// <exception cref="ApiException"><c>InvalidArgument</c>.</exception>
    public static string Read(string token)
    {
        try
        {
            var text = Strict.GetString(Base64Url.DecodeFromChars(token));
            return text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : throw Incorrect();
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw Incorrect();
        }
    }

    private static ApiException Incorrect() => S3Errors.InvalidArgument("The continuation token provided is incorrect");
}
