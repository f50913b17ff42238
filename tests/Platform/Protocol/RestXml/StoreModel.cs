using System.Text.Json.Nodes;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Tests.Protocol.RestXml;

/// <summary>A small service over REST-XML.</summary>
internal static class StoreModel
{
    public static ServiceModel Read() => ServiceModels.Read("store", JsonNode.Parse("""
        {
          "metadata": { "endpointPrefix": "store", "protocol": "rest-xml", "xmlNamespace": "http://store/" },
          "operations": {
            "ListThings": { "http": { "method": "GET", "requestUri": "/{Box}" }, "input": { "shape": "BoxInput" } },
            "ListOthers": { "http": { "method": "GET", "requestUri": "/{Box}?others" }, "input": { "shape": "BoxInput" } },
            "PutThing": { "http": { "method": "PUT", "requestUri": "/{Box}/{Name+}" }, "input": { "shape": "ThingInput" } },
            "CopyThing": { "http": { "method": "PUT", "requestUri": "/{Box}/{Name+}" }, "input": { "shape": "CopyInput" } },
            "PutPart": { "http": { "method": "PUT", "requestUri": "/{Box}/{Name+}" }, "input": { "shape": "PartInput" } },
            "DeleteThings": { "http": { "method": "POST", "requestUri": "/{Box}?delete" }, "input": { "shape": "DeleteInput" } }
          },
          "shapes": {
            "Text": { "type": "string" }, "Number": { "type": "integer" }, "Flag": { "type": "boolean" }, "Moment": { "type": "timestamp" },
            "BoxInput": { "type": "structure", "required": ["Box"], "members": { "Box": { "shape": "Text", "location": "uri" } } },
            "ThingInput": { "type": "structure", "members": { "Box": { "shape": "Text", "location": "uri" }, "Name": { "shape": "Text", "location": "uri" } } },
            "CopyInput": { "type": "structure", "required": ["From"], "members": { "Box": { "shape": "Text", "location": "uri" }, "Name": { "shape": "Text", "location": "uri" }, "From": { "shape": "Text", "location": "header", "locationName": "x-from" } } },
            "PartInput": { "type": "structure", "required": ["Part"], "members": { "Box": { "shape": "Text", "location": "uri" }, "Name": { "shape": "Text", "location": "uri" }, "Part": { "shape": "Number", "location": "querystring", "locationName": "part" } } },
            "DeleteInput": { "type": "structure", "required": ["Delete"], "members": { "Box": { "shape": "Text", "location": "uri" }, "Delete": { "shape": "Delete" } }, "payload": "Delete" },
            "Delete": { "type": "structure", "members": { "Things": { "shape": "Things", "locationName": "Thing" }, "Quiet": { "shape": "Flag" }, "Names": { "shape": "Names" } } },
            "Things": { "type": "list", "flattened": true, "member": { "shape": "Thing" } },
            "Names": { "type": "list", "member": { "shape": "Text", "locationName": "Name" } },
            "Thing": { "type": "structure", "members": { "Key": { "shape": "Text" }, "Size": { "shape": "Number" }, "At": { "shape": "Moment" } } }
          }
        }
        """)!.AsObject());
}
