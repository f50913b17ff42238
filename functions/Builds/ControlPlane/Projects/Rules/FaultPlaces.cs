using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects.Rules;

/// <summary>Faults with their places.</summary>
internal static class FaultPlaces
{
    public static void At(this RequestFaults faults, string place, string what) => faults.Add(InvalidInput.Code, $"{place}: {what}");

    public static void RequireAt(this RequestFaults faults, bool holds, string place, string what)
    {
        if (!holds)
        {
            faults.At(place, what);
        }
    }
}
