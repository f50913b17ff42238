using System.Text.RegularExpressions;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions;

/// <summary>X-Ray's trace header. A caller's trace goes on in the function; nothing here samples one.</summary>
internal static partial class Traces
{
    /// <param name="given">As the caller sent it; what is no trace header is none.</param>
    public static string Of(string? given, DateTimeOffset now, IIds ids) => given is not null && Form().IsMatch(given)
        ? given
        : $"Root=1-{now.ToUnixTimeSeconds():x8}-{ids.Secret()[..24]};Parent={ids.Secret()[..16]};Sampled=0";

    // It becomes a header again: nothing but what a trace has in it.
    [GeneratedRegex("^(?=.*Root=1-[0-9a-fA-F]{8}-[0-9a-fA-F]{24})[A-Za-z0-9=;:,._|-]{1,1000}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
