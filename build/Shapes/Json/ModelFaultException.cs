namespace Sluice.Shapes.Json;

/// <summary>A model cannot be read.</summary>
internal sealed class ModelFaultException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;

    public static ModelFaultException At(JsonValue value, string message) => new(value.Place, message);
}
