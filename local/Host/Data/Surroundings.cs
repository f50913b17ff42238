namespace Sluice.Local.Host.Data;

/// <summary>
/// What tools take from the folders above the one that they work in: MSBuild its props and response files, Cargo and NuGet their configuration, Node its modules, git its repository. So what is built has
/// to be below folders that nobody else writes to, and in no checkout.
/// </summary>
internal static class Surroundings
{
    /// <param name="ancestors">From the root down.</param>
    /// <returns>What speaks against building there; null if nothing does.</returns>
    public static string? FaultOf(IReadOnlyList<Ancestor> ancestors)
    {
        if (ancestors.LastOrDefault(ancestor => ancestor.IsCheckout) is { } checkout)
        {
            return $"it is inside the checkout {checkout.Path}, whose settings reach what is built below it";
        }

        // What is below a folder that nobody else can enter is out of their reach, whatever its rights are.
        var shut = ancestors.TakeWhile(ancestor => !ancestor.IsShut).Count();
        return ancestors.Take(shut).FirstOrDefault(ancestor => ancestor.IsOthers) is { } open
            ? $"others can write to {open.Path}, and tools take settings from the folders above"
            : null;
    }
}
