using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>A phase's <c>on-failure</c>.</summary>
/// <param name="Then">What follows when the phase has failed for good.</param>
/// <param name="Retries">How often it is tried again.</param>
/// <param name="Matching">What the error must match for that; null for any.</param>
internal sealed partial record FailurePolicy(OnFailure Then, int Retries = 0, Regex? Matching = null)
{
    public const string Expected = "ABORT, CONTINUE, RETRY, RETRY-<count>, RETRY-<regex> or RETRY-<count>-<regex>";
    private const int DefaultRetries = 3;
    private const int MostRetries = 100;
    private static readonly TimeSpan _longestMatch = TimeSpan.FromSeconds(1);

    public static readonly FailurePolicy Default = new(OnFailure.Default);

    /// <returns>The policy, or what is wrong with the text.</returns>
    public static (FailurePolicy? Policy, string? Fault) Read(string text) => text switch
    {
        "ABORT" => (new FailurePolicy(OnFailure.Abort), null),
        "CONTINUE" => (new FailurePolicy(OnFailure.Continue), null),
        "RETRY" => (new FailurePolicy(OnFailure.Default, DefaultRetries), null),
        _ when text.StartsWith("RETRY-", StringComparison.Ordinal) && Form().Match(text["RETRY-".Length..]) is { Success: true } form => Retry(form),
        _ => (null, $"one of {Expected} was expected, not '{text}'"),
    };

    /// <summary>Whether the phase is tried again after so many failures, the last of which said this.</summary>
    public bool Repeats(int failures, string error)
    {
        try
        {
            return failures <= Retries && Matching?.IsMatch(error) is not false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static (FailurePolicy? Policy, string? Fault) Retry(Match form)
    {
        var count = DefaultRetries;
        if (form.Groups["count"].Value is { Length: > 0 } digits && (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count > MostRetries))
        {
            return (null, $"the count of RETRY is 0 to {MostRetries}, not {digits}");
        }

        try
        {
            return (new FailurePolicy(OnFailure.Default, count, form.Groups["regex"].Value is { Length: > 0 } regex ? Compile(regex) : null), null);
        }
        catch (ArgumentException e)
        {
            return (null, $"'{form.Groups["regex"].Value}' is no regular expression: {e.Message}");
        }
    }

    // A regex that takes exponential time must not hold up a build; what needs more than an automaton is bounded by its time.
    private static Regex Compile(string regex)
    {
        try
        {
            return new Regex(regex, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, _longestMatch);
        }
        catch (NotSupportedException)
        {
            return new Regex(regex, RegexOptions.CultureInvariant, _longestMatch);
        }
    }

    [GeneratedRegex("^(?:(?<count>[0-9]+)(?:-(?<regex>.+))?|(?<regex>.+))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Form();
}
