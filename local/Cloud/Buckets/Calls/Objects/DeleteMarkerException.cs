using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>What is asked for is deleted; the answer's headers name the marker.</summary>
/// <param name="marker">The marker.</param>
/// <param name="refusal">What is answered.</param>
internal sealed class DeleteMarkerException(ObjectVersion marker, ApiException refusal) : ApiException(refusal.Code, refusal.Message)
{
    public ObjectVersion Marker { get; } = marker;
}
