using System.Text.RegularExpressions;

namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>A filter's regular expression. Anyone who may push chooses the text, so that no pattern may take long over it: those that can be are matched in linear time, the others are given up.</summary>
internal static class WebhookPattern
{
    private const int Longest = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeastPatience = TimeSpan.FromMilliseconds(20);

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public static string? Fault(string pattern)
    {
        if (pattern.Length is 0 or > Longest)
        {
            return $"expected a regular expression of 1 to {Longest} characters";
        }

        try
        {
            _ = Read(pattern, Patience);
            return null;
        }
        catch (ArgumentException e)
        {
            return $"expected a regular expression: {e.Message}";
        }
    }

    /// <summary>Whether it is found in one of the texts; null if that takes too long.</summary>
    public static bool? Matches(string pattern, IReadOnlyList<string> texts)
    {
        try
        {
            // A push may have thousands of files, which together may take little longer than one.
            var each = Patience / Math.Max(1, texts.Count);
            var regex = Read(pattern, each < LeastPatience ? LeastPatience : each);
            return texts.Any(regex.IsMatch);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Regex Read(string pattern, TimeSpan patience)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, patience);
        }
        catch (NotSupportedException)
        {
            // It looks around or back, or is too large.
            return new Regex(pattern, RegexOptions.CultureInvariant, patience);
        }
    }
}
