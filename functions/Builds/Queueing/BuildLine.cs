namespace Sluice.Builds.Queueing;

/// <summary>Whose builds have their turns in the order in which they came: a project's, apart from those of it that run on a fleet, since what holds up the one does not hold up the other.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Limit">How many of the project may run at once, on whatever they run; null for as many as may of all.</param>
/// <param name="Fleet">The fleet's name; null for builds that wait for none.</param>
/// <param name="FleetLimit">How many may run on the fleet at once, of whatever projects.</param>
internal sealed record BuildLine(string Project, int? Limit = null, string? Fleet = null, int? FleetLimit = null)
{
    /// <summary>By which it is kept. Neither a project's name nor a fleet's has an @.</summary>
    public string Name() => Fleet is null ? Project : $"{Project}@{Fleet}";
}
