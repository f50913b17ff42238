using System.Globalization;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Platforms.Lambda.Releases;

/// <summary>Reads the deploy action's configuration: CodePipeline's keys for Lambda and ours.</summary>
internal sealed class DeploySettingsReader
{
    private const int MostAlarms = 10;
    internal static readonly string[] Keys =
    [
        "FunctionName", "FunctionAlias", "DeployStrategy", "DefaultStrategy", "Alarms", "ErrorAlarm", "AlarmPeriodSeconds", "TooFewRequests", "TooFewRequestsWait", "IgnorePollAlarmFailure", "InsufficientData", "FinalBake", "AutoRollbackEvents",
        "HookTimeoutSeconds",
    ];

    private readonly IReadOnlyDictionary<string, string> _configuration;
    private readonly List<Fault> _faults = [];

    private DeploySettingsReader(IReadOnlyDictionary<string, string> configuration) => _configuration = configuration;

    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static DeploySettings Read(IReadOnlyDictionary<string, string> configuration)
    {
        var reader = new DeploySettingsReader(configuration);
        var settings = reader.Read();
        return reader._faults.Count == 0 ? settings : throw new InvalidDocumentException(reader._faults);
    }

    private DeploySettings Read()
    {
        foreach (var unknown in _configuration.Keys.Except(Keys, StringComparer.Ordinal))
        {
            Fault(unknown, $"is not known here; expected one of {string.Join(", ", Keys)}");
        }

        return new DeploySettings(
            Text("FunctionName"),
            Text("FunctionAlias"),
            Steps("DeployStrategy"),
            Steps("DefaultStrategy"),
            new AlarmPolicy(Alarms())
            {
                IgnoresPollFailure = OneOf("IgnorePollAlarmFailure", "false", "true") == "true",
                InsufficientData = Enum.Parse<InsufficientData>(OneOf("InsufficientData", "CONTINUE", "WAIT", "STOP"), ignoreCase: true),
                FinalBakeSeconds = Bake("FinalBake", 0),
            },
            Own(),
            Rollback(),
            Seconds("HookTimeoutSeconds", 3600, null));
    }

    private ErrorAlarm? Own()
    {
        var period = Seconds("AlarmPeriodSeconds", 60, [1, 5, 10, 20, 30, 60, 120, 180, 240, 300]);
        var tooFew = Enum.Parse<TooFewRequests>(OneOf("TooFewRequests", "FAIL", "CONTINUE"), ignoreCase: true);
        var wait = Bake("TooFewRequestsWait", ErrorAlarm.DefaultWait(period));
        return Percent("ErrorAlarm") is { } percent ? new ErrorAlarm(percent, period) { TooFew = tooFew, WaitSeconds = wait } : null;
    }

    private IReadOnlyList<TrafficStep>? Steps(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var wrong = new List<string>();
        var steps = DeployStrategy.Read(text, wrong);
        wrong.ForEach(message => Fault(key, message));
        return steps;
    }

    private IReadOnlyList<string> Alarms()
    {
        var names = (Text("Alarms") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > MostAlarms)
        {
            Fault("Alarms", $"{names.Length} alarms; expected at most {MostAlarms}");
        }

        foreach (var name in names.Where(name => name.Length > 255))
        {
            Fault("Alarms", $"'{name[..40]}…' is longer than an alarm's name may be (255)");
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private int Bake(string key, int otherwise)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (BakeTime.Seconds(text) is { } seconds && seconds <= AlarmPolicy.LongestBakeSeconds)
        {
            return seconds;
        }

        Fault(key, $"{BakeTime.Expected}, at most 48h, was expected, not '{text}'");
        return otherwise;
    }

    private RollbackPolicy Rollback()
    {
        var names = (Text("AutoRollbackEvents") ?? string.Join(',', RollbackPolicy.Events)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names is ["NONE"])
        {
            return RollbackPolicy.Of((IReadOnlyList<string>?)null);
        }

        foreach (var name in names.Except(RollbackPolicy.Events, StringComparer.Ordinal))
        {
            Fault("AutoRollbackEvents", $"NONE, or some of {string.Join(", ", RollbackPolicy.Events)} divided by commas, were expected, not '{name}'");
        }

        return RollbackPolicy.Of(names);
    }

    private string OneOf(string key, params string[] words)
    {
        var text = Text(key) ?? words[0];
        if (words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Fault(key, $"one of {string.Join(", ", words)} was expected, not '{text}'");
        return words[0];
    }

    private decimal? Percent(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100)
        {
            return percent;
        }

        Fault(key, $"a share of failed requests such as '5%' was expected, not '{text}'");
        return null;
    }

    private int Seconds(string key, int otherwise, int[]? allowed)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && (allowed is null ? seconds is >= 1 and <= HookReader.LongestSeconds : allowed.Contains(seconds)))
        {
            return seconds;
        }

        Fault(key, $"{(allowed is null ? $"1 to {HookReader.LongestSeconds}" : $"one of {string.Join(", ", allowed)}")} (seconds) was expected, not '{text}'");
        return otherwise;
    }

    private string? Text(string key) => _configuration.TryGetValue(key, out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private void Fault(string key, string message) => _faults.Add(new Fault("action configuration", 0, key, message));
}
