namespace Sluice.World.Machines.Cloud;

internal sealed record FakeVersion(string Number, string Code)
{
    public string State { get; init; } = "Active";

    public string? StateReason { get; init; }

    public string Role { get; init; } = "role";

    public string? DeadLetters { get; init; }
}
