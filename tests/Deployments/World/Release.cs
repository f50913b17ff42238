using Sluice.Deployments.Model.Alarms;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Tests.World;

/// <summary>A release of a function as a test describes it.</summary>
internal sealed record Release
{
    public string Function { get; init; } = "fn";

    public string? Strategy { get; init; } = "Steps.10@5s,50@5s";

    public string? Alarms { get; init; }

    public string? ErrorAlarm { get; init; }

    /// <summary>More of the action's configuration.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The appspec's Strategy block.</summary>
    public string? Block { get; init; }

    public string? CurrentVersion { get; init; }

    public string? TargetVersion { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>The appspec's analysis, a member a line.</summary>
    public string[] Analysis { get; init; } = [];

    /// <summary>Hooks whose code is in the artifact.</summary>
    public string[] Packaged { get; init; } = [];

    public string Code { get; init; } = "new code";

    public Dictionary<string, string> Configuration()
    {
        var configuration = new Dictionary<string, string>(Settings);
        Set(configuration, "DeployStrategy", Strategy);
        Set(configuration, "Alarms", Alarms);
        Set(configuration, "ErrorAlarm", ErrorAlarm);
        if (ErrorAlarm is not null)
        {
            configuration["AlarmPeriodSeconds"] = "1";
        }

        return configuration;
    }

    public ObjectRef Manifest(MemoryObjects objects)
    {
        var secondary = Packaged.ToDictionary(name => name, name => Artifacts.Store(objects, $"{name}.zip", Artifacts.Package($"{name} code")));
        ArtifactZip? primary = TargetVersion is null ? Artifacts.Store(objects, $"{Code}.zip", Artifacts.Package(Code)) : null;
        return Artifacts.Manifest(objects, primary, secondary, ("appspec.yml", AppSpec()));
    }

    public string AppSpec()
    {
        var lines = new List<string>
        {
            "version: 0.0", "Resources:", $"  - {Function}:", "      Type: AWS::Lambda::Function", "      Properties:", $"        Name: {Function}", "        Alias: live",
        };
        Add(lines, "        CurrentVersion", CurrentVersion);
        Add(lines, "        TargetVersion", TargetVersion);
        if (Before is not null || After is not null)
        {
            lines.Add("Hooks:");
        }

        Add(lines, "  - BeforeAllowTraffic", Before);
        Add(lines, "  - AfterAllowTraffic", After);
        if (Analysis.Length > 0)
        {
            lines.AddRange(["Analysis:", .. Analysis.Select(line => $"  {line}")]);
        }

        Add(lines, "Strategy", Block);
        return string.Join('\n', lines);
    }

    private static void Set(Dictionary<string, string> configuration, string key, string? value)
    {
        if (value is not null)
        {
            configuration[key] = value;
        }
    }

    private static void Add(List<string> lines, string key, string? value)
    {
        if (value is not null)
        {
            lines.Add($"{key}: {value}");
        }
    }
}
