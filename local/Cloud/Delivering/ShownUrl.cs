namespace Sluice.Local.Cloud.Delivering;

/// <summary>A URL as people are shown it: what stands for a password in it is stars, as SNS does. An ARN is shown as it is.</summary>
internal static class ShownUrl
{
    public static string Of(string target)
    {
        var (from, to) = (target.IndexOf("//", StringComparison.Ordinal), target.IndexOf('@'));
        var colon = from < 0 || to < from ? -1 : target.IndexOf(':', from);
        return colon > from && colon < to && target.IndexOf('/', from + 2) is var path && (path < 0 || to < path) ? $"{target[..(colon + 1)]}****{target[to..]}" : target;
    }
}
