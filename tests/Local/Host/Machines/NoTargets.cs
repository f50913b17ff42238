using System.Text.Json.Nodes;
using Sluice.Local.Host.Events;

namespace Sluice.Local.Tests.Host.Machines;

/// <summary>For a bus without rules.</summary>
internal sealed class NoTargets : IEventTargets
{
    public Action Store(string target, JsonObject happened) => throw new InvalidOperationException($"No rule sends anything to {target}.");
}
