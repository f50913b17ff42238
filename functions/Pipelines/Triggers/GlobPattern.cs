using System.Text.RegularExpressions;

namespace Sluice.Pipelines.Triggers;

/// <summary>
/// CodePipeline's glob patterns: <c>*</c> is any text without a slash, <c>**</c> any text at all, and <c>**/</c> any number of folders, also none; <c>?</c> is one character that is no slash, <c>[a-z]</c> and <c>[!a-z]</c>
/// one of a set or none of it, <c>{a,b}</c> one of several patterns, and <c>\</c> takes the next character as it is. The whole text must fit, in upper and lower case as it is written.
/// </summary>
internal sealed class GlobPattern
{
    private readonly Regex _regex;

    private GlobPattern(Regex regex) => _regex = regex;

    /// <exception cref="FormatException">It is no pattern; the message says what was expected.</exception>
    public static GlobPattern Parse(string pattern) => new(new Regex(new GlobTranslation(pattern).ToRegex(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture));

    /// <summary>What is wrong with a pattern; null if nothing is.</summary>
    public static string? Fault(string pattern)
    {
        try
        {
            Parse(pattern);
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    public bool Fits(string text) => _regex.IsMatch(text);
}
