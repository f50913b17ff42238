using System.Text;
using System.Text.RegularExpressions;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Parameters;

/// <summary>What a request to put makes of what is there: the version as it is to be, with its value not sealed yet.</summary>
internal static class NewVersion
{
    private const string Standard = "Standard";
    private const string Advanced = "Advanced";
    private const int LongestStandard = 4096;
    private const int LongestAdvanced = 8192;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    /// <param name="put">The request.</param>
    /// <param name="before">The parameter as it is; null if there is none.</param>
    /// <param name="now">When it is put.</param>
    /// <exception cref="ApiException">All that is wrong with it.</exception>
    public static ParameterVersion Of(PutParameterInput put, Parameter? before, DateTimeOffset now)
    {
        var faults = new RequestFaults();
        var type = put.Type ?? before?.Current.Type ?? ParameterType.String;
        var pattern = put.AllowedPattern ?? before?.Current.AllowedPattern;
        var tier = TierOf(put.Tier ?? before?.Current.Tier, put.Value);
        faults.Require(put.Type is not null || before is not null, "ValidationException", "A parameter type is required when you create a parameter.");
        faults.Require(
            before is null || type == before.Current.Type, "HierarchyTypeMismatchException",
            "Parameter Store doesn't support changing a parameter type in a hierarchy. For example, you can't change a parameter from a String type to a SecureString type. You must create a new, unique parameter.");
        faults.Require(
            tier != Standard || before?.Current.Tier != Advanced || put.Tier is null, "ValidationException",
            "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier.");
        AddValue(faults, put.Value, tier);
        AddPattern(faults, put.Value, pattern);
        faults.Throw();
        return new ParameterVersion(
            (before?.Current.Number ?? 0) + 1, type, put.Value, tier, now, put.Description ?? before?.Current.Description, string.IsNullOrEmpty(pattern) ? null : pattern);
    }

    private static string TierOf(string? asked, string value) =>
        asked == "Intelligent-Tiering" ? Encoding.UTF8.GetByteCount(value) > LongestStandard ? Advanced : Standard : asked ?? Standard;

    private static void AddValue(RequestFaults faults, string value, string tier)
    {
        var most = tier == Standard ? LongestStandard : LongestAdvanced;
        faults.Require(value.Length > 0, "ValidationException", "1 validation error detected: Value at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1.");
        faults.Require(
            Encoding.UTF8.GetByteCount(value) <= most, "ValidationException",
            $"{tier} tier parameters support a maximum parameter value of {most} characters.{(tier == Standard ? " To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier." : "")}");
    }

    private static void AddPattern(RequestFaults faults, string value, string? pattern)
    {
        try
        {
            // As Java's: the whole value.
            faults.Require(
                string.IsNullOrEmpty(pattern) || Regex.IsMatch(value, $"^(?:{pattern})\\z", RegexOptions.CultureInvariant, LongestMatch),
                "ParameterPatternMismatchException", $"Parameter value, cannot be validated against allowedPattern: {pattern}");
        }
        catch (RegexMatchTimeoutException)
        {
            faults.Add("InvalidAllowedPatternException", $"The value is not matched within {LongestMatch.TotalSeconds} second by the pattern {pattern}.");
        }
        catch (ArgumentException e)
        {
            faults.Add("InvalidAllowedPatternException", $"The request does not meet the regular expression requirement: {e.Message}");
        }
    }
}
