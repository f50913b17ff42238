using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Listing;

/// <summary>Which keys a page is to have.</summary>
/// <param name="Prefix">What they begin with.</param>
/// <param name="Delimiter">Up to where keys are one common prefix; null shows each.</param>
/// <param name="After">Only those after this text, which may be a common prefix.</param>
/// <param name="Most">How many keys and common prefixes.</param>
internal sealed record ListingRequest(string Prefix, string? Delimiter, string After, int Most)
{
    private const int Largest = 1000;

    /// <exception cref="ApiException"><c>InvalidArgument</c>.</exception>
    public static ListingRequest Of(string? prefix, string? delimiter, string after, int? most) =>
        new(prefix ?? "", string.IsNullOrEmpty(delimiter) ? null : delimiter, after, MostOf(most, "max-keys"));

    /// <summary>A page has at most 1,000, however many are asked for.</summary>
    /// <exception cref="ApiException"><c>InvalidArgument</c>.</exception>
    public static int MostOf(int? most, string name) => most is null ? Largest
        : most >= 0 ? Math.Min(most.Value, Largest)
        : throw S3Errors.InvalidArgument($"Argument {name} must be an integer between 0 and {int.MaxValue}, got {most}");

    /// <summary>The first key that can be on the page; null if none can be.</summary>
    public string? Start
    {
        get
        {
            var next = GroupOf(After) == After ? ObjectKeys.After(After) : After.Length == 0 ? "" : ObjectKeys.JustAfter(After);
            return next is null ? null : ObjectKeys.Compare(next, Prefix) > 0 ? next : Prefix;
        }
    }

    /// <summary>The common prefix that a key is shown as; null if it is shown itself.</summary>
    public string? GroupOf(string key) =>
        Delimiter is not null && key.StartsWith(Prefix, StringComparison.Ordinal) && key.IndexOf(Delimiter, Prefix.Length, StringComparison.Ordinal) is var at and >= 0 ? key[..(at + Delimiter.Length)] : null;
}
