using Sluice.BuildContract.Reports;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>A scenario, or a background, as far as it has been read.</summary>
internal sealed class CucumberScenario(long line)
{
    public long Line { get; } = line;

    public string? Id { get; private set; }

    public string? Name { get; private set; }

    public string? Type { get; private set; }

    public string? Status { get; private set; }

    public HashSet<TestStatus> Statuses { get; } = [];

    public long NanoSeconds { get; set; }

    public string? Message { get; set; }

    public void Set(string member, string text)
    {
        switch (member)
        {
            case "id":
                Id = text;
                break;
            case "name":
                Name = text;
                break;
            case "type":
                Type = text;
                break;
            case "status":
                Status = text;
                break;
        }
    }

    /// <summary>What was done before it counts as its own.</summary>
    public void Precede(CucumberScenario? background)
    {
        if (background is not null)
        {
            Statuses.UnionWith(background.Statuses);
            NanoSeconds = Text.Duration.Of((decimal)NanoSeconds + background.NanoSeconds);
            Message ??= background.Message;
        }
    }
}
