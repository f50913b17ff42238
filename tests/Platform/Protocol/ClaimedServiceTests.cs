using Sluice.Platform.Protocol;

namespace Sluice.Platform.Tests.Protocol;

public sealed class ClaimedServiceTests
{
    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIA/20260102/us-east-1/ecs/aws4_request, SignedHeaders=host, Signature=00", "", "ecs")]
    [InlineData(null, "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20260102%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Signature=00", "sts")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIA", "", null)]
    [InlineData("Bearer x", "", null)]
    [InlineData(null, "", null)]
    public void Is_the_fourth_part_of_the_credential(string? authorization, string query, string? expected) =>
        ClaimedService.Of(new ApiRequest("POST", "/", query, authorization is null ? [] : [new("Authorization", authorization)], default)).ShouldBe(expected);
}
