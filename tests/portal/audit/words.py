# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The words of the audit trail, as the server lists them."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


#: Of actions, also of those of which no number is known here.
ACTIONS = _words("""
LoginSuccess LoginSuccessViaSocialAccount LoginFailInvalidCombination
LoginFailSocialAccountNotFound LoginFailDisabledProfile LoginFail Logout LoginSuccessViaSms
LoginFailViaSms LoginFailIpSecurity LoginSuccessViaApi LoginSuccessViaSocialApp
LoginSuccessViaApiSms LoginFailViaApi LoginFailViaApiSms LoginSuccessViaSSO SessionStarted
SessionCompleted LoginFailViaSSO LoginSuccessViaApiSocialAccount LoginFailViaApiSocialAccount
LoginSuccesViaTfaApp LoginFailViaTfaApp LoginFailBruteForce LoginSuccessViaApiTfa
LoginFailViaApiTfa LoginFailRecaptcha AuthLinkActivated LoginSuccessViaOAuth
LoginSuccessViaPassword UserCreated GuestCreated UserCreatedViaInvite GuestCreatedViaInvite
UserActivated GuestActivated UserUpdated UserUpdatedLanguage UserAddedAvatar UserDeletedAvatar
UserUpdatedAvatarThumbnails UserLinkedSocialAccount UserUnlinkedSocialAccount
UserSentActivationInstructions UserSentEmailChangeInstructions
UserSentPasswordChangeInstructions UserSentDeleteInstructions UserUpdatedPassword UserDeleted
UsersUpdatedType UsersUpdatedStatus UsersSentActivationInstructions UsersDeleted
SentInviteInstructions UserImported GuestImported GroupCreated GroupUpdated GroupDeleted
UserUpdatedMobileNumber UserDataReassigns UserDataRemoving UserConnectedTfaApp
UserDisconnectedTfaApp UserLogoutActiveConnections UserLogoutActiveConnection
UserLogoutActiveConnectionsForUser SendJoinInvite FileCreated FileRenamed FileUpdated
FileCreatedVersion FileDeletedVersion FileUpdatedRevisionComment FileLocked FileUnlocked
FileUpdatedAccess FileDownloaded FileDownloadedAs FileUploaded FileImported FileCopied
FileCopiedWithOverwriting FileMoved FileMovedWithOverwriting FileMovedToTrash FileDeleted
FolderCreated FolderRenamed FolderUpdatedAccess FolderCopied FolderCopiedWithOverwriting
FolderMoved FolderMovedWithOverwriting FolderMovedToTrash FolderDeleted ThirdPartyCreated
ThirdPartyUpdated ThirdPartyDeleted DocumentsThirdPartySettingsUpdated
DocumentsOverwritingSettingsUpdated DocumentsUploadingFormatsSettingsUpdated UserFileUpdated
FileConverted FileSendAccessLink DocumentServiceLocationSetting AuthorizationKeysSetting
FullTextSearchSetting StartTransferSetting BackupStarted LicenseKeyUploaded FileChangeOwner
FileRestoreVersion DocumentSendToSign DocumentSignComplete UserUpdatedEmail
DocumentsStoreForcesave DocumentsForcesave StartStorageEncryption PrivacyRoomEnable
PrivacyRoomDisable StartStorageDecryption FileOpenedForChange FileMarkedAsFavorite
FileRemovedFromFavorite FolderDownloaded FileRemovedFromList FolderRemovedFromList
FileExternalLinkAccessUpdated TrashEmptied FileRevisionDownloaded FileMarkedAsRead FileReaded
FolderMarkedAsRead FolderUpdatedAccessFor FileUpdatedAccessFor
DocumentsExternalShareSettingsUpdated RoomCreated RoomRenamed RoomArchived RoomUnarchived
RoomDeleted RoomUpdateAccessForUser TagCreated TagsDeleted AddedRoomTags DeletedRoomTags
RoomLogoCreated RoomLogoDeleted RoomInvitationLinkUpdated
DocumentsKeepNewFileNameSettingsUpdated RoomRemoveUser RoomCreateUser RoomInvitationLinkCreated
RoomInvitationLinkDeleted RoomExternalLinkCreated RoomExternalLinkUpdated
RoomExternalLinkDeleted FileExternalLinkCreated FileExternalLinkUpdated FileExternalLinkDeleted
RoomGroupAdded RoomUpdateAccessForGroup RoomGroupRemove RoomExternalLinkRevoked
RoomExternalLinkRenamed FileUploadedWithOverwriting RoomCopied
DocumentsDisplayFileExtensionUpdated RoomColorChanged RoomCoverChanged RoomIndexingChanged
RoomDenyDownloadChanged RoomIndexExportSaved FolderIndexChanged FolderIndexReordered
RoomDenyDownloadEnabled RoomDenyDownloadDisabled FileIndexChanged RoomWatermarkSet
RoomWatermarkDisabled RoomIndexingEnabled RoomIndexingDisabled RoomLifeTimeSet
RoomLifeTimeDisabled RoomInviteResend FileVersionRemoved FileCustomFilterEnabled
FileCustomFilterDisabled FolderExternalLinkCreated FolderExternalLinkUpdated
FolderExternalLinkDeleted BackupCompleted BackupFailed ScheduledBackupStarted
ScheduledBackupCompleted ScheduledBackupFailed ScheduledBackupDeleted BackupCancelled
RestoreStarted RestoreCancelled FormStartedToFill FormPartiallyFilled FormCompletelyFilled
FormStopped AgentCreated AgentRenamed AgentDeleted AddedServerToAgent DeletedServerFromAgent
RoomChangeOwner DocumentsDefaultTemplatesSettingsUpdated FileSavedButUserQuotaExceeded
FileNotSavedDueToUserQuota FileSavedButRoomQuotaExceeded FileNotSavedDueToRoomQuota LdapEnabled
LdapDisabled LdapSync LanguageSettingsUpdated TimeZoneSettingsUpdated DnsSettingsUpdated
TrustedMailDomainSettingsUpdated PasswordStrengthSettingsUpdated
TwoFactorAuthenticationSettingsUpdated AdministratorMessageSettingsUpdated
DefaultStartPageSettingsUpdated ProductsListUpdated AdministratorAdded
AdministratorOpenedFullAccess AdministratorDeleted UsersOpenedProductAccess
GroupsOpenedProductAccess ProductAccessOpened ProductAccessRestricted ProductAddedAdministrator
ProductDeletedAdministrator GreetingSettingsUpdated TeamTemplateChanged ColorThemeChanged
OwnerSentChangeOwnerInstructions OwnerUpdated OwnerSentPortalDeactivationInstructions
OwnerSentPortalDeleteInstructions PortalDeactivated PortalDeleted LoginHistoryReportDownloaded
AuditTrailReportDownloaded SSOEnabled SSODisabled PortalAccessSettingsUpdated
CookieSettingsUpdated MailServiceSettingsUpdated CustomNavigationSettingsUpdated
AuditSettingsUpdated TwoFactorAuthenticationDisabled TwoFactorAuthenticationEnabledBySms
TwoFactorAuthenticationEnabledByTfaApp PortalRenamed QuotaPerRoomChanged QuotaPerRoomDisabled
QuotaPerUserChanged QuotaPerUserDisabled QuotaPerPortalChanged QuotaPerPortalDisabled FormSubmit
FormOpenedForFilling CustomQuotaPerRoomDefault CustomQuotaPerRoomChanged
CustomQuotaPerRoomDisabled CustomQuotaPerUserDefault CustomQuotaPerUserChanged
CustomQuotaPerUserDisabled DevToolsAccessSettingsChanged WebhookCreated WebhookUpdated
WebhookDeleted ApiKeyCreated ApiKeyUpdated ApiKeyDeleted CustomerWalletToppedUp
CustomerOperationPerformed CustomerOperationsReportDownloaded CustomerWalletTopUpSettingsUpdated
CustomerSubscriptionUpdated BannerSettingsChanged CustomerWalletServicesSettingsUpdated
QuotaPerAiAgentChanged QuotaPerAiAgentDisabled CustomQuotaPerAiAgentDefault
CustomQuotaPerAiAgentChanged CustomQuotaPerAiAgentDisabled AIProviderCreated AIProviderUpdated
AIProviderDeleted ServerCreated ServerUpdated ServerEnabled ServerDisabled ServerDeleted
SetWebSearchSettings ResetWebSearchSettings SetVectorizationSettings ResetVectorizationSettings
WebpluginUploaded WebpluginUpdated WebpluginDeleted WhiteLabelSettingsLogoTextUpdated
WhiteLabelSettingsLogosUpdated WhiteLabelCompanySettingsUpdated
WhiteLabelAdditionalSettingsUpdated WhiteLabelMailSettingsUpdated InvitationSettingsUpdated
IPRestrictionsSettingsUpdated LoginSettingsUpdated AIDefaultProviderSet AIAccessEnabled
AIAccessDisabled UserUpdatedAiSettings ContactAdminMailSent RoomInviteLinkUsed
UserCreatedAndAddedToRoom GuestCreatedAndAddedToRoom ContactSalesMailSent CreateClient
UpdateClient RegenerateSecret DeleteClient ChangeClientActivation ChangeClientVisibility
RevokeUserClient GenerateAuthorizationCodeToken GeneratePersonalAccessToken None
""")

#: The numbers that were seen.
NUMBERS = {
    "LoginSuccessViaApi": 1010,
    "LoginSuccessViaPassword": 1029,
    "LoginFailViaApi": 1013,
    "Logout": 1006,
    "LoginSuccess": 1000,
    "UserUpdated": 4006,
    "UserUpdatedLanguage": 4007,
    "UserSentEmailChangeInstructions": 4014,
    "UserSentPasswordChangeInstructions": 4015,
    "UserDeleted": 4018,
    "UsersUpdatedType": 4019,
    "UsersUpdatedStatus": 4020,
    "UsersSentActivationInstructions": 4021,
    "UsersDeleted": 4022,
    "GroupCreated": 4026,
    "GroupUpdated": 4027,
    "GroupDeleted": 4028,
    "UserDataReassigns": 4030,
    "UserDataRemoving": 4031,
    "UserLogoutActiveConnectionsForUser": 4036,
    "SendJoinInvite": 4037,
    "DocumentsExternalShareSettingsUpdated": 5069,
    "RoomCreated": 5070,
    "RoomRenamed": 5071,
    "RoomArchived": 5072,
    "RoomUnarchived": 5073,
    "RoomDeleted": 5074,
    "RoomUpdateAccessForUser": 5075,
    "TagCreated": 5076,
    "TagsDeleted": 5077,
    "AddedRoomTags": 5078,
    "DeletedRoomTags": 5079,
    "RoomRemoveUser": 5084,
    "RoomCreateUser": 5085,
    "RoomInvitationLinkCreated": 5086,
    "RoomExternalLinkCreated": 5088,
    "RoomExternalLinkUpdated": 5089,
    "RoomExternalLinkDeleted": 5090,
    "RoomGroupAdded": 5094,
    "RoomUpdateAccessForGroup": 5095,
    "RoomGroupRemove": 5096,
    "RoomExternalLinkRenamed": 5098,
    "RoomCoverChanged": 5103,
    "RoomDenyDownloadEnabled": 5109,
    "RoomDenyDownloadDisabled": 5110,
    "RoomLifeTimeSet": 5116,
    "RoomChangeOwner": 5159,
    "PasswordStrengthSettingsUpdated": 6004,
    "CookieSettingsUpdated": 6032,
    "QuotaPerUserDisabled": 6043,
    "CustomQuotaPerRoomChanged": 6049,
    "CustomQuotaPerUserChanged": 6052,
    "ApiKeyCreated": 6058,
    "ApiKeyUpdated": 6059,
    "ApiKeyDeleted": 6060,
    "InvitationSettingsUpdated": 6093,
}

ACTION_TYPES = _words("""
None Create Update Delete Link Unlink Attach Detach Send Import Export UpdateAccess Download
Upload Copy Move Reassigns Follow Unfollow Logout
""")
PRODUCTS = ["Documents", "Login", "Settings", "Contacts"]
MODULES = [
    "None",
    "Files",
    "Folders",
    "DocumentsSettings",
    "Rooms",
    "Settings",
    "Contacts",
    "Agents",
]
ENTRIES = ["None", "File", "Folder", "User", "Group", "Room", "Tag", "Agent"]
