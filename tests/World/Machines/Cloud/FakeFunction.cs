namespace Sluice.World.Machines.Cloud;

internal sealed class FakeFunction
{
    public List<FakeVersion> Versions { get; } = [];

    public Dictionary<string, FakeAlias> Aliases { get; } = [];

    public FakeVersion Publish(FakeVersion version)
    {
        // Lambda publishes nothing new if nothing changed.
        if (Versions is [.., { } last] && last.Code == version.Code)
        {
            return last;
        }

        Versions.Add(version with { Number = $"{Versions.Count + 1}" });
        return Versions[^1];
    }
}
