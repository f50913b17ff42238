using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>What answers say of a bus.</summary>
internal static class ShownBus
{
    public static JsonObject Of(EventBus bus, EventArns arns) => AwsJson.Write(new Shape(bus.Name, arns.Bus(bus.Name), bus.Description, bus.CreatedAt, bus.ChangedAt)).AsObject();

    private sealed record Shape(string Name, string Arn, string? Description, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime);
}
